"""A function for each readability formula of the core's table; their types stand in `_formulas.pyi`."""

from connote._connote import analyze, formulas


def _function(formula):
    name = formula.name

    def function(text):
        return analyze(text).readability[name]

    function.__name__ = function.__qualname__ = name
    function.__doc__ = f"{formula.title} ({formula.source}) of a text; None without a word.\n\n{formula.definition}"
    return function


globals().update({formula.name: _function(formula) for formula in formulas()})
