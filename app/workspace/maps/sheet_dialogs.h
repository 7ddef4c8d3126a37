#pragma once

#include "core/report/drawing_set.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace checkup::workspace {

/// How drawings are to be written: which, of what, as what.
class SheetExportDialog : public QDialog
{
    Q_OBJECT
public:
    /// `current`: id of the sheet at hand; empty: there is none.
    SheetExportDialog(const QString& current, const QStringList& districts, QWidget* parent);

    report::DrawingOptions options() const;

private:
    void check();

    QString m_current;
    QComboBox *m_which, *m_place, *m_paper, *m_orientation;
    QCheckBox *m_pdf, *m_png, *m_svg, *m_atlas;
    QSpinBox* m_dots;
    QLineEdit *m_review, *m_secrecy;
    QPushButton* m_ok;
};

/// The office's frame: name, logo, and who makes, checks and approves.
class OfficeFrameDialog : public QDialog
{
    Q_OBJECT
public:
    OfficeFrameDialog(const draw::OfficeFrame& frame, QWidget* parent);

    draw::OfficeFrame frame() const;

private:
    void showLogo();
    void takeLogo(const QString& path);

    QLineEdit *m_name, *m_maker, *m_checker, *m_approver, *m_date, *m_number;
    QCheckBox* m_doubled;
    QLabel *m_logo, *m_fault;
    QImage m_image;
};

} // namespace checkup::workspace
