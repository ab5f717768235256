"""What is asked once more before a submission becomes public: what visitors will read, and what deserves a look."""

from dataclasses import replace

from catalogue.reviewing import move_forms
from catalogue.reviewing.answered import AnsweredTopic
from catalogue.reviewing.checklist import ChecklistLine
from catalogue.reviewing.screen import Screen
from submissions import permissions
from submissions.answers import differences
from submissions.choices import Judgement, Kind, Move
from submissions.destinations import INTERNAL


class Publication(Screen):
    """A submission on the point of becoming public."""

    @property
    def public_topics(self) -> list[AnsweredTopic]:
        """The answers that visitors will read; what only reviewers see is left out.

        Of a change, only `public_changes` is new.
        """
        if self.submission.kind == Kind.CHANGE:
            return []
        shown = [replace(topic, answers=[one for one in topic.given if not one.is_private]) for topic in self.topics]
        return [topic for topic in shown if topic.answers]

    @property
    def public_changes(self) -> list[differences.Difference]:
        """What a change makes public."""
        return [one for one in self.changes if one.code not in INTERNAL]

    @property
    def is_change(self) -> bool:
        """Tell whether it changes a record that is there."""
        return self.submission.kind == Kind.CHANGE

    @property
    def unjudged(self) -> list[ChecklistLine]:
        """The aspects that nobody judged in this round."""
        return [line for line in self.checklist if not line.judgement]

    @property
    def doubts(self) -> list[ChecklistLine]:
        """The aspects that are not wholly in order."""
        return [line for line in self.checklist if line.judgement in (Judgement.PARTLY, Judgement.NO)]

    @property
    def refusals(self) -> list[str]:
        """Why it cannot be published now; nothing when it can."""
        if Move.PUBLISH not in permissions.moves(self.submission, self.user):
            return [move_forms.not_yours(Move.PUBLISH)]
        reasons = []
        if not permissions.is_publishable(self.submission):
            reasons.append(move_forms.ONLY_IN_FULL)
        if self.unjudged:
            reasons.append(move_forms.JUDGE_FIRST)
        return [str(reason) for reason in reasons]

    @property
    def is_clean(self) -> bool:
        """Tell whether nothing is left to look at."""
        return not (self.personal or self.missing or self.doubts or self.similar)

    @property
    def is_experience(self) -> bool:
        """Tell whether it becomes a part of the record of someone else."""
        return self.submission.kind == Kind.EXPERIENCE
