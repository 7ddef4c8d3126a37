#pragma once

#include <QString>

#include <optional>

namespace checkup {

/// What a cell that should hold a number turned out to say.
struct ReadNumber
{
    enum class Kind {
        Number, ///< `number` (in `unit` when one was typed beside it)
        Blank,  ///< nothing, or only blanks
        Missing, ///< "—", "-", "/", "缺", "暂无", "无数据", "…": the department says there is none
        NotApplicable, ///< "不适用", "不涉及", "N/A"
        NotCollected,  ///< "未统计", "未采集", "未开展"
        Withheld,      ///< "保密", "涉密", "不公开"
        NotANumber,    ///< anything else; `text` keeps it
    };
    Kind kind = Kind::Blank;
    double number = 0;
    QString unit;             ///< symbol found in the cell ("%", "万亩"), empty when none
    bool approximate = false; ///< "约5", "近5", "5左右", "≈5", "5余"
    bool converted =
        false; ///< full-width digits, separators, a unit, Chinese 万/亿: the cell was not plain
    QString text; ///< the cell as it stood, trimmed
};

/// Reads numbers as people type them into cells: "１２３", "1,234.5", "1 234", "12.3%", "3.2万亩",
/// "1.2亿", "约5", "(3.5)" (a negative in brackets), "+3", "3.2E+05", "５．６％". Never guesses
/// between two readings: "1,5" or "5-6" or "5/6" is NotANumber. Pure; locale-free.
ReadNumber readNumber(QStringView text);

} // namespace checkup
