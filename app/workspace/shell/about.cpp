#include "app/workspace/shell/about.h"

#include "app/language/language.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/icons.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

HelpWindow::HelpWindow(QWidget* parent)
    : QDialog(parent)
    , m_text(new QTextBrowser)
{
    setKind(m_text, "page");
    m_text->setOpenExternalLinks(true);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_text);
    resize(760, 640);
    load();
}

void HelpWindow::showGuide()
{
    show();
    raise();
    activateWindow();
}

void HelpWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        load();
    QDialog::changeEvent(event);
}

void HelpWindow::load()
{
    setWindowTitle(tr("使用指南"));
    QFile file(u":/help/%1.md"_s.arg(language::current()));
    if (file.open(QFile::ReadOnly))
        m_text->setMarkdown(QString::fromUtf8(file.readAll()));
}

AboutDialog::AboutDialog(QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("关于城检"));
    auto* picture = new QLabel;
    picture->setPixmap(programIcon().pixmap(64, 64));
    auto* words = new QVBoxLayout;
    words->addWidget(makeLabel(tr("城检 CityCheckup"), "", 1.4, true));
    words->addWidget(makeLabel(tr("版本 %1").arg(QString::fromLatin1(CHECKUP_VERSION)), "dim"));
    words->addSpacing(8);
    words->addWidget(
        makeLabel(tr("国土空间规划城市体检评估的年度工作台。离线运行，数据只在您自己的文件里。"),
                  "", 1, false, true));
    words->addWidget(makeLabel(tr("自由软件，按 GNU 通用公共许可证第 3 "
                                  "版或更新版本（GPL-3.0-or-later）发布，不附带任何担保。"),
                               "", 1, false, true));
    words->addWidget(
        makeLabel(tr("使用了 Qt（LGPL-3.0；Qt Charts 为 "
                     "GPL-3.0）、GDAL（MIT）、SQLite（公有领域）、muParser（BSD-2）、"
                     "libxlsxwriter（BSD-2）、minizip 与 "
                     "zlib（zlib）、pugixml（MIT）、qpdf（Apache-2.0）、CLI11（BSD-3）。"),
                  "dim", 1, false, true));
    words->addStretch();
    auto* line = new QHBoxLayout;
    line->setSpacing(18);
    line->addWidget(picture, 0, Qt::AlignTop);
    line->addLayout(words, 1);
    auto* buttons = new QDialogButtonBox;
    auto* close = buttons->addButton(tr("关闭"), QDialogButtonBox::RejectRole);
    close->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(24, 22, 24, 18);
    all->setSpacing(16);
    all->addLayout(line);
    all->addWidget(buttons);
    // Wrapped labels ask for more height than they need unless the width is known first.
    setFixedWidth(Theme::scaled(560));
    all->activate();
    resize(width(), all->heightForWidth(width()));
}

} // namespace checkup::workspace
