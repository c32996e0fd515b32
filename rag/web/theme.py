"""Gradio's theme in the colours of the page, with fonts of the machine only."""

from typing import Any

# Paper and ink stand here too because the page needs them before its style sheet has come.
_GIVEN = {
    "body_background_fill": ("#fbfaf6", "#17181b"),
    "body_text_color": ("#1f1e1b", "#eae6dd"),
}
_FROM_STYLE = {
    "background_fill_primary": "var(--kh-paper)",
    "background_fill_secondary": "var(--kh-raised)",
    "border_color_primary": "var(--kh-rule)",
    "block_background_fill": "transparent",
    "block_border_width": "0px",
    "block_shadow": "none",
    "block_label_text_color": "var(--kh-muted)",
    "block_title_text_color": "var(--kh-muted)",
    "input_background_fill": "var(--kh-raised)",
    "input_border_color": "var(--kh-rule-strong)",
    "input_border_color_focus": "var(--kh-focus)",
    "input_placeholder_color": "var(--kh-muted)",
    "button_primary_background_fill": "var(--kh-accent)",
    "button_primary_background_fill_hover": "var(--kh-accent-strong)",
    "button_primary_text_color": "var(--kh-on-accent)",
    "checkbox_label_background_fill": "transparent",
    "checkbox_label_background_fill_hover": "var(--kh-raised)",
    "checkbox_label_background_fill_selected": "var(--kh-raised)",
    "checkbox_label_text_color": "var(--kh-ink)",
    "checkbox_label_text_color_selected": "var(--kh-ink)",
    "checkbox_background_color_selected": "var(--kh-accent)",
    "checkbox_border_color_selected": "var(--kh-accent)",
}
_FONTS = (
    *("system-ui", "Segoe UI", "Roboto", "Noto Sans"),
    *("Noto Sans Devanagari", "Lohit Devanagari", "Nirmala UI", "Mangal", "sans-serif"),
)


def theme() -> Any:
    """Return the theme. Gradio's own ones bring font files; here fonts are names only, so nothing is fetched."""
    from gradio import themes

    base = themes.Base(
        radius_size=themes.sizes.radius_sm,
        text_size=themes.sizes.text_lg,
        font=[themes.Font(name) for name in _FONTS],
        font_mono=[themes.Font("ui-monospace"), themes.Font("monospace")],
    )
    pairs = _GIVEN | {name: (value, value) for name, value in _FROM_STYLE.items()}
    light = {name: pair[0] for name, pair in pairs.items()}
    dark = {f"{name}_dark": pair[1] for name, pair in pairs.items()}
    return base.set(**light, **dark)
