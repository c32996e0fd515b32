"""Names of months, weekdays and parts of the day, folded: English, Hindi and romanised Hindi."""

_MONTH_NAMES = (
    "january jan janvari janwari जनवरी जन",
    "february feb farvari farwari febuary फरवरी फर",
    "march mar मार्च",
    "april apr aprail अप्रैल अप्रेल",
    "may मई",
    "june jun joon जून",
    "july jul julai जुलाई",
    "august aug agast अगस्त अग",
    "september sept sep sitambar sitamber सितंबर सितं सित",
    "october oct aktubar aktoobar अक्टूबर अक्तूबर ऑक्टोबर अक्टू",
    "november nov navambar navamber नवंबर",
    "december dec disambar disamber दिसंबर दिसं",
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}

_WEEKDAY_NAMES = (
    "monday mon somvar somwar सोमवार सोम",
    "tuesday tues tue mangalvar mangalwar मंगलवार मंगल",
    "wednesday wed budhvar budhwar बुधवार बुध",
    "thursday thurs thu guruvar guruwar बृहस्पतिवार गुरुवार गुरूवार वीरवार गुरु",
    "friday fri shukravar shukrawar शुक्रवार शुक्र",
    "saturday sat shanivar shaniwar शनिवार शनि",
    "sunday sun ravivar raviwar रविवार रवि",
)
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAY_NAMES) for name in names.split()}


def one_of(names: dict[str, int]) -> str:
    """Return a pattern that matches the longest of the names first."""
    return "(?:" + "|".join(sorted(names, key=len, reverse=True)) + ")"
