"""How anything is drawn: lettering, marks, keys, where labels go, and the slide around a picture."""
