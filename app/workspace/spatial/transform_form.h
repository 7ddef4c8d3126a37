#pragma once

#include "core/spatial/stated_transformation.h"

#include <QList>
#include <QString>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace checkup::workspace {

/// The parameters by which a layer comes over to CGCS2000, as a survey office hands them over: the
/// kind, the numbers that it has, the system that it leads to, and who says so. Only what is typed.
class TransformForm : public QWidget
{
    Q_OBJECT
public:
    explicit TransformForm(QWidget* parent = nullptr);

    /// StatedTransformation::text; empty: none.
    void setStated(const QString& text, const QString& source);
    /// Empty while none is chosen or something is missing.
    QString text() const;
    QString source() const;
    /// What is missing, a sentence; empty: nothing.
    QString problem() const;

Q_SIGNALS:
    void changed();

private:
    struct Number
    {
        QString name; ///< of the parameter
        QLabel* label;
        QLineEdit* edit;
    };

    void showKind();
    Result<spatial::StatedTransformation> stated() const;

    QComboBox *m_kind, *m_into;
    QList<Number> m_numbers;
    QLineEdit* m_source;
    QWidget* m_rest; ///< everything but the kind
    QLabel* m_words;
    bool m_filling = false;
};

} // namespace checkup::workspace
