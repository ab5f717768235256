"""One's account, the organisations one acts for, and the people of the editorial team."""
