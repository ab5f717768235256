"""What people fill in about organisations, members, keys and roles."""

from datetime import timedelta
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from accounts.choices import EditorialRole, MemberRole, TokenScope
from accounts.forms.presentation import PresentedForm
from evidence.choices import OrganisationKind
from evidence.models import Organisation

ADDRESS_MISSING = _("Vul een e-mailadres in.")
CHOICE_MISSING = _("Maak een keuze.")


def without_user(address: str) -> None:
    """Refuse an address that carries a name and password: it looks like another one than it is."""
    if "@" in urlsplit(address).netloc:
        raise ValidationError(_("Vul een webadres in zonder gebruikersnaam."))


class AskForm(PresentedForm, forms.Form):
    """An organisation wants to take part."""

    words = {
        "name": (_("Naam van de organisatie"), "", _("Vul de naam van de organisatie in.")),
        "kind": (_("Soort organisatie"), "", _("Kies wat voor organisatie het is.")),
        "website": (_("Website"), _("Bijvoorbeeld: https://www.voorbeeldstad.example"), ""),
        "reason": (
            _("Waarom wilt u meedoen?"),
            _("Schrijf wat uw organisatie doet, en wat u hier wilt melden. Een paar zinnen is genoeg."),
            _("Schrijf in een paar zinnen waarom u wilt meedoen."),
        ),
    }
    name = forms.CharField(max_length=200)
    kind = forms.ChoiceField(
        choices=[("", ""), *(choice for choice in OrganisationKind.choices if choice[0] != OrganisationKind.UNKNOWN)]
    )
    website = forms.CharField(
        max_length=300,
        required=False,
        validators=[
            URLValidator(schemes=["http", "https"], message=_("Vul een webadres in dat begint met https://.")),
            without_user,
        ],
    )
    reason = forms.CharField(max_length=2000, widget=forms.Textarea)


class InviteForm(PresentedForm, forms.Form):
    """Someone is asked to act for an organisation."""

    words = {
        "email": (
            _("E-mailadres"),
            _("Wie u uitnodigt, krijgt een mail met een link die 14 dagen werkt."),
            ADDRESS_MISSING,
        ),
        "role": (_("Rol"), _("Een coördinator beheert ook de leden, de sleutels en het contactadres."), CHOICE_MISSING),
    }
    email = forms.EmailField(max_length=254)
    role = forms.ChoiceField(choices=MemberRole.choices, initial=MemberRole.AUTHOR)


class InviteAnywhereForm(InviteForm):
    """The same for any organisation that takes part."""

    words = {"organisation": (_("Organisatie"), "", _("Kies een organisatie.")), **InviteForm.words}
    organisation = forms.ModelChoiceField(
        queryset=Organisation.objects.filter(takes_part=True), to_field_name="slug", empty_label=""
    )
    field_order = ("organisation", "email", "role")


class ContactAddressForm(PresentedForm, forms.Form):
    """Where questions of other organisations go."""

    words = {
        "email": (
            _("Contactadres"),
            _("Een gedeelde mailbox voor vragen van andere organisaties. Niemand ziet dit adres."),
            "",
        )
    }
    email = forms.EmailField(max_length=254, required=False)


class ApiKeyForm(PresentedForm, forms.Form):
    """A key of the API."""

    words = {
        "name": (_("Naam van de sleutel"), _("Bijvoorbeeld: ons zaaksysteem."), _("Geef de sleutel een naam.")),
        "scope": (_("Wat mag de sleutel?"), "", CHOICE_MISSING),
        "days": (_("Hoe lang werkt de sleutel?"), "", CHOICE_MISSING),
    }
    name = forms.CharField(max_length=100)
    scope = forms.ChoiceField(choices=TokenScope.choices, initial=TokenScope.READ)
    days = forms.ChoiceField(
        choices=[("30", _("30 dagen")), ("90", _("90 dagen")), ("365", _("Een jaar"))], initial="90"
    )

    @property
    def lasts(self) -> timedelta:
        """Say how long, once it was filled in well."""
        return timedelta(days=int(self.cleaned_data["days"]))


class EditorForm(PresentedForm, forms.Form):
    """Someone is asked to join the editorial team."""

    words = {
        "email": (
            _("E-mailadres"),
            _("Wie u uitnodigt, krijgt een mail met een link die 14 dagen werkt."),
            ADDRESS_MISSING,
        ),
        "editorial_role": (_("Rol bij de redactie"), "", CHOICE_MISSING),
    }
    email = forms.EmailField(max_length=254)
    editorial_role = forms.ChoiceField(
        choices=[choice for choice in EditorialRole.choices if choice[0]], initial=EditorialRole.REVIEWER
    )


class AdmitForm(PresentedForm, forms.Form):
    """Which organisation a request is about."""

    words = {
        "organisation": (
            _("Staat deze organisatie al in de catalogus?"),
            _("Staat zij er nog niet bij, dan maken wij een nieuwe organisatie met de naam uit de aanvraag."),
            "",
        )
    }
    organisation = forms.ModelChoiceField(
        queryset=Organisation.objects.order_by("name", "pk"),
        to_field_name="slug",
        required=False,
        empty_label=_("Nee, maak een nieuwe organisatie"),
    )


class RefuseForm(PresentedForm, forms.Form):
    """Why an organisation cannot take part."""

    words = {
        "reason": (
            _("Waarom niet?"),
            _("Dit komt in de mail aan wie het vroeg."),
            _("Schrijf waarom deze organisatie niet kan meedoen."),
        )
    }
    reason = forms.CharField(max_length=2000, widget=forms.Textarea)
