"""The user: an e-mail address and a password, no user name."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from accounts.choices import EditorialRole


class EmailUserManager(BaseUserManager["User"]):
    """Make users known by their e-mail address."""

    use_in_migrations = True

    def _create_user(self, email: str, password: str | None, **fields: Any) -> "User":
        """Store a user under a lower-cased address."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make a user without any role, known by this address."""
        return self._create_user(email, password, **fields)

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make a user who may do everything."""
        return self._create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractUser):
    """Someone who signs in with an e-mail address."""

    username = None  # type: ignore[assignment]  # Django’s way to leave a field out
    email = models.EmailField("e-mailadres", unique=True)
    editorial_role = models.CharField(max_length=20, choices=EditorialRole, blank=True, default=EditorialRole.NONE)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[EmailUserManager] = EmailUserManager()  # type: ignore[assignment]  # theirs asks for a user name

    class Meta:
        constraints = (
            models.UniqueConstraint(Lower("email"), name="an_email_address_belongs_to_one_user"),
            models.CheckConstraint(
                condition=models.Q(editorial_role__in=EditorialRole.values), name="a_user_has_a_known_editorial_role"
            ),
        )

    def __str__(self) -> str:
        return self.email
