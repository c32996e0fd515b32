"""Follow-ups become questions that stand alone: "and when was that?", "और उसने क्या कहा?"."""
