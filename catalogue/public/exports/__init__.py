"""The list of interventions in other clothes: a feed and a spreadsheet of exactly what a question finds."""
