"""What rule authors work with: the catalogue of rules, what each does on pages, cases, skeletons of rule files."""
