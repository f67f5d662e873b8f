"""The templates: what each one says, what is wrong with it, and how it reads on the open incident."""
