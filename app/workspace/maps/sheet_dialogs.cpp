#include "app/workspace/maps/sheet_dialogs.h"

#include "app/workspace/dialogs.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

template <class Field>
Field* named(Field* field, const QString& name)
{
    field->setObjectName(name);
    return field;
}

/// The form above OK and 取消.
QPushButton* finish(QDialog* dialog, QFormLayout* form, const QString& ok)
{
    auto* buttons = new QDialogButtonBox(dialog);
    auto* accept = buttons->addButton(ok, QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel)->setText(SheetExportDialog::tr("取消"));
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* layout = new QVBoxLayout(dialog);
    layout->addLayout(form);
    layout->addWidget(buttons);
    return accept;
}

} // namespace

SheetExportDialog::SheetExportDialog(const QString& current, const QStringList& districts,
                                     QWidget* parent)
    : QDialog(parent)
    , m_current(current)
    , m_which(named(new QComboBox(this), u"exportWhich"_s))
    , m_place(named(new QComboBox(this), u"exportPlace"_s))
    , m_paper(named(new QComboBox(this), u"exportPaper"_s))
    , m_orientation(named(new QComboBox(this), u"exportOrientation"_s))
    , m_pdf(named(new QCheckBox(u"PDF"_s, this), u"exportPdf"_s))
    , m_png(named(new QCheckBox(u"PNG"_s, this), u"exportPng"_s))
    , m_svg(named(new QCheckBox(u"SVG"_s, this), u"exportSvg"_s))
    , m_atlas(named(new QCheckBox(tr("合成一个带书签的图集（PDF）"), this), u"exportAtlas"_s))
    , m_dots(named(new QSpinBox(this), u"exportDots"_s))
    , m_review(named(new QLineEdit(this), u"exportReview"_s))
    , m_secrecy(named(new QLineEdit(this), u"exportSecrecy"_s))
{
    setObjectName(u"sheetExport"_s);
    setWindowTitle(tr("导出图纸"));
    setAttribute(Qt::WA_DeleteOnClose);
    if (!current.isEmpty())
        m_which->addItem(tr("当前这张"), current);
    m_which->addItem(tr("能画的全部图纸"), QString());
    m_place->addItem(tr("全市"), QString());
    m_place->addItem(tr("每个区县各一张"), u"all"_s);
    for (const QString& district : districts)
        m_place->addItem(district, district);
    m_paper->addItem(tr("按图纸所定"), QString());
    for (const QString& paper : {u"A4"_s, u"A3"_s, u"A2"_s, u"A1"_s, u"A0"_s})
        m_paper->addItem(paper, paper);
    m_orientation->addItem(tr("按图纸所定"), -1);
    m_orientation->addItem(tr("横幅"), 0);
    m_orientation->addItem(tr("竖幅"), 1);
    m_pdf->setChecked(true);
    m_dots->setRange(50, 1200);
    m_dots->setValue(200);
    auto* formats = new QHBoxLayout;
    for (QCheckBox* box : {m_pdf, m_png, m_svg})
        formats->addWidget(box);
    formats->addStretch(1);
    auto* form = new QFormLayout;
    form->addRow(tr("图纸"), m_which);
    form->addRow(tr("范围"), m_place);
    form->addRow(tr("图幅"), m_paper);
    form->addRow(tr("方向"), m_orientation);
    form->addRow(tr("格式"), formats);
    form->addRow(QString(), m_atlas);
    form->addRow(tr("PNG 每英寸点数"), m_dots);
    form->addRow(tr("审图号"), m_review);
    form->addRow(tr("密级"), m_secrecy);
    m_ok = finish(this, form, tr("选择文件夹…"));
    m_ok->setObjectName(u"exportOk"_s);
    for (QCheckBox* box : {m_pdf, m_png, m_svg, m_atlas})
        connect(box, &QCheckBox::toggled, this, &SheetExportDialog::check);
    check();
}

void SheetExportDialog::check()
{
    m_dots->setEnabled(m_png->isChecked());
    m_ok->setEnabled(m_pdf->isChecked() || m_png->isChecked() || m_svg->isChecked() ||
                     m_atlas->isChecked());
}

report::DrawingOptions SheetExportDialog::options() const
{
    report::DrawingOptions options;
    if (const QString id = m_which->currentData().toString(); !id.isEmpty())
        options.sheets << id;
    if (const QString place = m_place->currentData().toString(); !place.isEmpty())
        options.districts << place;
    options.paper = m_paper->currentData().toString();
    if (const int upright = m_orientation->currentData().toInt(); upright >= 0)
        options.upright = upright == 1;
    for (const auto& [box, format] :
         {std::pair(m_pdf, u"pdf"_s), std::pair(m_png, u"png"_s), std::pair(m_svg, u"svg"_s)}) {
        if (box->isChecked())
            options.formats << format;
    }
    options.atlas = m_atlas->isChecked();
    options.dotsPerInch = m_dots->value();
    options.reviewNumber = m_review->text().trimmed();
    options.secrecy = m_secrecy->text().trimmed();
    return options;
}

OfficeFrameDialog::OfficeFrameDialog(const draw::OfficeFrame& frame, QWidget* parent)
    : QDialog(parent)
    , m_name(named(new QLineEdit(frame.name, this), u"frameName"_s))
    , m_maker(named(new QLineEdit(frame.maker, this), u"frameMaker"_s))
    , m_checker(named(new QLineEdit(frame.checker, this), u"frameChecker"_s))
    , m_approver(named(new QLineEdit(frame.approver, this), u"frameApprover"_s))
    , m_date(named(new QLineEdit(frame.date, this), u"frameDate"_s))
    , m_number(named(new QLineEdit(frame.number, this), u"frameNumber"_s))
    , m_doubled(named(new QCheckBox(tr("图廓画双线"), this), u"frameDoubled"_s))
    , m_logo(new QLabel(this))
    , m_fault(makeLabel({}, "danger"))
    , m_image(frame.logo)
{
    setObjectName(u"officeFrame"_s);
    setWindowTitle(tr("单位图框"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_doubled->setChecked(frame.doubled);
    m_date->setPlaceholderText(tr("不填为项目最后修改的日期"));
    m_number->setPlaceholderText(tr("如 TJ-{year}-{number}；不填为图纸编号"));
    m_logo->setMinimumHeight(Theme::scaled(48));
    auto* choose = named(new QPushButton(tr("选择图片…"), this), u"frameLogo"_s);
    auto* clear = named(new QPushButton(tr("不用"), this), u"frameNoLogo"_s);
    auto* logo = new QHBoxLayout;
    logo->addWidget(m_logo, 1);
    logo->addWidget(choose);
    logo->addWidget(clear);
    auto* form = new QFormLayout;
    form->addRow(tr("单位名称"), m_name);
    form->addRow(tr("徽标"), logo);
    form->addRow(tr("制图"), m_maker);
    form->addRow(tr("校核"), m_checker);
    form->addRow(tr("审定"), m_approver);
    form->addRow(tr("日期"), m_date);
    form->addRow(tr("图号"), m_number);
    form->addRow(QString(), m_doubled);
    form->addRow(m_fault);
    finish(this, form, tr("保存"))->setObjectName(u"frameOk"_s);
    connect(choose, &QPushButton::clicked, this, [this] {
        dialogs::openFile(this, {tr("选择徽标"), tr("图片 (*.png *.jpg *.jpeg)"), {}, {}},
                          [this](const QString& path) { takeLogo(path); });
    });
    connect(clear, &QPushButton::clicked, this, [this] {
        m_image = {};
        showLogo();
    });
    m_fault->hide();
    showLogo();
}

void OfficeFrameDialog::takeLogo(const QString& path)
{
    const auto logo = draw::readLogo(path);
    m_fault->setVisible(!logo);
    if (logo)
        m_image = *logo;
    else
        m_fault->setText(logo.error().message());
    showLogo();
}

void OfficeFrameDialog::showLogo()
{
    if (m_image.isNull())
        m_logo->setText(tr("（无）"));
    else
        m_logo->setPixmap(QPixmap::fromImage(m_image.scaled(
            Theme::scaled(120), Theme::scaled(44), Qt::KeepAspectRatio, Qt::SmoothTransformation)));
}

draw::OfficeFrame OfficeFrameDialog::frame() const
{
    return {m_name->text().trimmed(),     m_image,
            m_maker->text().trimmed(),    m_checker->text().trimmed(),
            m_approver->text().trimmed(), m_date->text().trimmed(),
            m_number->text().trimmed(),   m_doubled->isChecked()};
}

} // namespace checkup::workspace
