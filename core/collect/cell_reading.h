#pragma once

#include "core/office/sheet.h"
#include "core/project/year_data.h"

#include <QString>

namespace checkup::collect {

/// What a cell that should hold a figure says, in the subject's unit.
struct CellReading
{
    enum class Kind { Blank, Figure, State, Refused };
    Kind kind = Kind::Blank;
    project::ValueState state = project::ValueState::Present;
    double number = 0;      ///< in the subject's unit
    bool converted = false; ///< read as something else than it stood
    bool approximate = false;
    QString reason; ///< how converted, or why refused and what to do; one sentence
};

/// Reads a cell. `unit` is what the row, column or table says the figures stand in (empty: the
/// subject's own); a unit typed in the cell goes before it. Units of another kind are refused,
/// never guessed. `where` ("表.xlsx ▸ 数值 ▸ C12") begins the sentence of a refusal.
CellReading readCell(const office::Cell& cell, const QString& unit, const QString& subjectUnit,
                     const QString& where);

/// "file ▸ sheet ▸ cell", leaving out what is empty.
QString placeText(const QString& file, const QString& sheet, const QString& cell);

/// Present for 有值, Missing for 暂缺...; nullopt for a blank or unknown word.
std::optional<project::ValueState> stateFromWord(const QString& text);

} // namespace checkup::collect
