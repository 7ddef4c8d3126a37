#include "core/base/issue.h"

#include <QStringList>

#include <algorithm>

namespace checkup {

using namespace Qt::StringLiterals;

bool hasErrors(const Issues& issues)
{
    return std::any_of(issues.cbegin(), issues.cend(),
                       [](const Issue& issue) { return issue.severity == Severity::Error; });
}

QString toSentence(const Issue& issue)
{
    QStringList where;
    for (const QString& part : {issue.file, issue.sheet, issue.cell}) {
        if (!part.isEmpty())
            where << part;
    }
    return where.isEmpty() ? issue.text : where.join(u" ▸ "_s) + u"："_s + issue.text;
}

QString severityKey(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return u"note"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Error:
        return u"error"_s;
    }
    return {};
}

} // namespace checkup
