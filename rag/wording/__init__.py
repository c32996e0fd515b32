"""A question's words as articles may write them: in the other script or language, in full or abbreviated."""
