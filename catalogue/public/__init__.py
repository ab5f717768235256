"""The public pages. Each stands under its URL name: what it shows, then the view that answers with it."""
