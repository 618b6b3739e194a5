"""The descriptor of the package in the words of others: a module a dialect, each made from `datapackage.json` and the tables.

Each document carries its JSON-LD context with it, so that nobody has to fetch one. What it speaks of is named by where it lies beside
the document (`./` the package, `tables/offices.csv` a table): the package has no address of its own on the web.
"""
