"""The search box: messages as one types, commands after `>`, and what is due while nothing is typed."""
