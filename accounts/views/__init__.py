"""Views of allauth that we want otherwise; those we take as they are stand in accounts/urls.py."""
