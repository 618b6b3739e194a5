"""The sections of the page of a record: what it says, its evidence, who says otherwise, its ties, its changes, how to cite it."""
