"""Provisions: the list of laws, funds, agreements and desks that approaches use, and the page of one."""
