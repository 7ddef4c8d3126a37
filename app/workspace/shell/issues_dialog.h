#pragma once

#include "core/base/issue.h"

#include <QDialog>

namespace checkup::workspace {

/// What the last import had to say: how grave, where, and the sentence with its remedy.
class IssuesDialog : public QDialog
{
    Q_OBJECT
public:
    IssuesDialog(const QString& what, const Issues& issues, QWidget* parent = nullptr);
};

} // namespace checkup::workspace
