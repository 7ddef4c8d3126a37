#pragma once

#include "core/draw/sheet_template.h"

/// The words of sheets' files, for reading and writing.
namespace checkup::draw {

template <class Value>
using SheetWords = QList<QPair<QString, Value>>;

const SheetWords<SheetGrid>& gridNames();
const SheetWords<SheetInset>& insetNames();
const SheetWords<ChartFigure::Kind>& chartNames();
const SheetWords<SheetChart::Over>& overNames();
const SheetWords<SheetHold>& holdsAcross();
const SheetWords<SheetHold>& holdsDown();
const SheetWords<GradeMethod>& gradingNames();
const SheetWords<SheetLayer::Look>& lookNames(); ///< all but Own

template <class Value>
QString wordFor(const SheetWords<Value>& words, Value value)
{
    for (const auto& [word, known] : words) {
        if (known == value)
            return word;
    }
    return {};
}

} // namespace checkup::draw
