#pragma once

#include "core/base/issue.h"
#include "core/base/result.h"
#include "core/draw/project_symbols.h"

#include <QObject>

class QWidget;

namespace checkup::workspace {

class Jobs;

/// Symbols from files and into files, as the user chooses them. Interface thread.
class SymbolFiles : public QObject
{
    Q_OBJECT
public:
    SymbolFiles(Jobs* jobs, QWidget* parent);

    /// For the layers of `role` where the file does not say itself.
    void takeIn(const project::YearDataPtr& year, const QString& role);
    /// The project's own, or all where it has none of its own.
    void write(const draw::SymbolSet& own, const draw::SymbolSet& all);

Q_SIGNALS:
    void taken(const checkup::draw::SymbolSet& symbols);
    void failed(const checkup::Error& error);
    void noticed(const QString& sentence);
    void issuesFound(const QString& what, const checkup::Issues& issues);

private:
    void tell(const QString& file, const QStringList& notes);

    Jobs* m_jobs;
    QWidget* m_widget;
};

} // namespace checkup::workspace
