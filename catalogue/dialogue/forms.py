"""What is asked of visitors, organisations and editors in the dialogue."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.presentation import PresentedForm
from catalogue.dialogue.spam import SpamProofForm, plain_text, refuse_many_links
from evidence.models import Organisation

LONGEST_TEXT = 4000
ADDRESS = (
    _("Uw e-mailadres"),
    _("Wij sturen u een mail om het adres te bevestigen. Niemand anders ziet het."),
    _("Vul uw e-mailadres in."),
)
WRONG_ADDRESS = {"invalid": _("Dit is geen e-mailadres. Schrijf het als naam@voorbeeld.nl.")}


def text_field(*, rows: int = 6) -> forms.CharField:
    """Make a field of several lines."""
    return forms.CharField(widget=forms.Textarea(attrs={"rows": rows}), max_length=LONGEST_TEXT)


def address_field() -> forms.EmailField:
    """Make a field for an e-mail address."""
    return forms.EmailField(
        max_length=254, error_messages=WRONG_ADDRESS, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )


class CorrectionForm(SpamProofForm):
    """“Klopt er iets niet?”"""

    text = text_field()
    origin = forms.CharField(required=False, max_length=500)
    email = address_field()
    words = {
        "text": (
            _("Wat klopt er niet?"),
            _("Zeg welk stukje niet klopt en wat er zou moeten staan. Schrijf geen namen van mensen op."),
            _("Schrijf wat er niet klopt."),
        ),
        "origin": (_("Waar staat het goed?"), _("Bijvoorbeeld een rapport met de bladzijde, of een webadres."), ""),
        "email": ADDRESS,
    }

    def clean_text(self) -> str:
        """Keep the text plain, and with few links."""
        text = plain_text(self.cleaned_data["text"])
        refuse_many_links(text)
        return text

    def clean_origin(self) -> str:
        """Keep the place plain, and with few links."""
        origin = plain_text(self.cleaned_data["origin"])
        refuse_many_links(origin)
        return origin


class FollowForm(SpamProofForm):
    """Follow a record or a question."""

    email = address_field()
    words = {"email": ADDRESS}


class MessageForm(PresentedForm, forms.Form):
    """A message in a conversation, for one of the sides that the writer acts for."""

    sender = forms.ChoiceField()
    text = text_field()
    words = {
        "sender": (_("Namens welke organisatie schrijft u?"), "", _("Kies een organisatie.")),
        "text": (
            _("Uw bericht"),
            _(
                "De mensen van beide organisaties lezen dit. Schrijf niets over deelnemers dat tot een persoon te "
                "herleiden is."
            ),
            _("Schrijf eerst een bericht."),
        ),
    }

    def __init__(self, *args, senders: Sequence[Organisation], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.senders = {row.slug: row for row in senders}
        only_one(self, "sender", self.senders)

    def clean_text(self) -> str:
        """Keep the text plain."""
        return plain_text(self.cleaned_data["text"])

    @property
    def writes_for(self) -> Organisation:
        """The organisation that writes."""
        return chosen(self, "sender", self.senders)


class FirstMessageForm(MessageForm):
    """A first message: also to whom, and about what."""

    receiver = forms.ChoiceField()
    subject = forms.CharField(max_length=200)
    field_order = ("sender", "receiver", "subject", "text")
    words = {
        "receiver": (_("Aan welke organisatie schrijft u?"), "", _("Kies een organisatie.")),
        "subject": (_("Onderwerp"), "", _("Schrijf waar uw bericht over gaat.")),
        **MessageForm.words,
    }

    def __init__(self, *args, receivers: Sequence[Organisation], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.receivers = {row.slug: row for row in receivers}
        only_one(self, "receiver", self.receivers)

    def clean_subject(self) -> str:
        """Keep the subject plain."""
        return plain_text(self.cleaned_data["subject"])

    @property
    def writes_to(self) -> Organisation:
        """The organisation that is asked."""
        return chosen(self, "receiver", self.receivers)


class AnswerForm(PresentedForm, forms.Form):
    """The answer of an editor to a correction."""

    answer = text_field()
    words = {
        "answer": (
            _("Uw antwoord"),
            _("De indiener krijgt dit per mail. Zeg wat u hebt nagekeken en wat er met de beschrijving gebeurt."),
            _("Schrijf eerst een antwoord."),
        )
    }

    def clean_answer(self) -> str:
        """Keep the answer plain."""
        return plain_text(self.cleaned_data["answer"])


def only_one(form: forms.Form, name: str, offered: dict[str, Organisation]) -> None:
    """Ask which organisation only when there is a choice."""
    field = form.fields[name]
    if len(offered) == 1:
        del form.fields[name]
    elif isinstance(field, forms.ChoiceField):
        field.choices = [(slug, row.name) for slug, row in offered.items()]


def chosen(form: forms.Form, name: str, offered: dict[str, Organisation]) -> Organisation:
    """Return the organisation that was chosen, or the only one there is."""
    return offered[form.cleaned_data[name]] if name in form.fields else next(iter(offered.values()))
