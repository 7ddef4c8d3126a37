#include "app/workspace/shell/new_year_dialog.h"

#include "app/language/language.h"
#include "app/workspace/dialogs.h"
#include "app/workspace/jobs.h"
#include "app/workspace/settings.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/theme.h"

#include <QComboBox>
#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTabWidget>
#include <QVBoxLayout>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

QSpinBox* yearBox(int value)
{
    auto* box = new QSpinBox;
    box->setRange(1990, 2100);
    box->setValue(value);
    box->setGroupSeparatorShown(false);
    return box;
}

} // namespace

QList<project::Region> regionsFromText(const QString& city, const QString& text)
{
    QList<project::Region> regions;
    project::Region root;
    root.id = project::RegionId(-1);
    root.nameZh = city.trimmed();
    root.level = project::RegionLevel::City;
    regions << root;
    static const QRegularExpression coded(u"^([0-9]{2,12})[\\s,，、]+(.+)$"_s);
    static const QRegularExpression ends(u"[\\n;；]"_s);
    for (const QString& line : text.split(ends)) {
        const QString entry = line.trimmed();
        if (entry.isEmpty())
            continue;
        project::Region region;
        region.id = project::RegionId(-1 - regions.size());
        region.level = project::RegionLevel::District;
        region.parent = root.id;
        region.order = static_cast<int>(regions.size());
        const QRegularExpressionMatch match = coded.match(entry);
        region.code = match.hasMatch() ? match.captured(1) : QString();
        region.nameZh = match.hasMatch() ? match.captured(2).trimmed() : entry;
        regions << region;
    }
    return regions;
}

NewYearDialog::NewYearDialog(Jobs* jobs, QWidget* parent)
    : QDialog(parent)
    , m_jobs(jobs)
    , m_tabs(new QTabWidget)
    , m_city(new QLineEdit)
    , m_year(yearBox(QDate::currentDate().year() - 1))
    , m_baseYear(yearBox(2020))
    , m_nearYear(yearBox(2025))
    , m_targetYear(yearBox(2035))
    , m_organisation(new QLineEdit)
    , m_catalogue(new QComboBox)
    , m_profile(new QComboBox)
    , m_counts(makeLabel({}, "dim"))
    , m_regions(new QPlainTextEdit)
    , m_last(new QLineEdit)
    , m_forwardYear(yearBox(QDate::currentDate().year() - 1))
    , m_path(new QLineEdit)
    , m_problem(makeLabel({}, "warning"))
    , m_create(new QPushButton(tr("创建")))
{
    setWindowTitle(tr("新建年度"));
    setObjectName(u"newYearDialog"_s);
    m_tabs->addTab(makeFreshPage(), tr("全新的年度"));
    m_tabs->addTab(makeForwardPage(), tr("接着上一年做"));
    m_tabs->setObjectName(u"waysTabs"_s);
    m_city->setObjectName(u"cityEdit"_s);
    m_path->setObjectName(u"pathEdit"_s);
    m_regions->setObjectName(u"regionsEdit"_s);
    m_last->setObjectName(u"lastYearEdit"_s);
    m_create->setObjectName(u"createButton"_s);
    m_create->setDefault(true);

    auto* cancel = new QPushButton(tr("取消"));
    auto* where = new QFormLayout;
    where->addRow(tr("项目文件"), makePathLine(m_path, true));
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_problem, 1);
    bottom->addWidget(cancel);
    bottom->addWidget(m_create);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(18, 12, 18, 16);
    all->setSpacing(12);
    all->addWidget(m_tabs, 1);
    all->addLayout(where);
    all->addLayout(bottom);
    setMinimumWidth(Theme::scaled(640));

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_create, &QPushButton::clicked, this, &NewYearDialog::finish);
    // Our own suggestion is written with signals blocked; whatever else changes the path is the
    // user.
    connect(m_path, &QLineEdit::textChanged, this, [this] { m_pathTyped = true; });
    for (QLineEdit* line : {m_city, m_last, m_path})
        connect(line, &QLineEdit::textChanged, this, &NewYearDialog::check);
    for (QSpinBox* box : {m_year, m_baseYear, m_nearYear, m_targetYear, m_forwardYear})
        connect(box, &QSpinBox::valueChanged, this, &NewYearDialog::check);
    connect(m_regions, &QPlainTextEdit::textChanged, this, &NewYearDialog::check);
    connect(m_tabs, &QTabWidget::currentChanged, this, &NewYearDialog::check);
    connect(m_catalogue, &QComboBox::activated, this, [this] { m_catalogueChosen = true; });
    connect(m_catalogue, &QComboBox::currentIndexChanged, this, &NewYearDialog::showProfiles);
    connect(m_profile, &QComboBox::currentIndexChanged, this, &NewYearDialog::check);

    for (const QString& id : catalogue::builtInCatalogues()) {
        m_jobs->start<catalogue::LoadedCatalogue>(
            tr("正在读取指标体系"),
            [id](const CancelToken&, const ProgressSink&) { return catalogue::loadBuiltIn(id); },
            this,
            [this, id](const Result<catalogue::LoadedCatalogue>& loaded) {
                if (loaded)
                    catalogueLoaded(id, loaded->catalogue);
                else
                    m_counts->setText(loaded.error().message());
            });
    }
    check();
    m_city->setFocus();
}

QWidget* NewYearDialog::makeFreshPage()
{
    m_city->setPlaceholderText(tr("例如：厦门市"));
    m_organisation->setPlaceholderText(tr("印在报告封面上，可以以后再填"));
    m_regions->setPlaceholderText(
        tr("每行一个区县，可带行政区划代码，例如：\n350203 思明区\n350205 海沧区"));
    m_regions->setFixedHeight(Theme::scaled(110));
    m_regions->setTabChangesFocus(true);
    m_nearYear->setSpecialValueText(tr("无"));
    m_nearYear->setMinimum(1989);

    const auto pair = [](QWidget* left, const QString& text, QWidget* right) {
        auto* line = new QHBoxLayout;
        line->addWidget(left, 1);
        line->addSpacing(12);
        auto* label = new QLabel(text);
        label->setBuddy(right);
        line->addWidget(label);
        line->addSpacing(8);
        line->addWidget(right, 1);
        return line;
    };
    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    form->setContentsMargins(0, 14, 0, 4);
    form->setVerticalSpacing(10);
    form->setHorizontalSpacing(14);
    form->addRow(tr("城市"), m_city);
    form->addRow(tr("现状年"), pair(m_year, tr("基期年"), m_baseYear));
    form->addRow(tr("近期目标年"), pair(m_nearYear, tr("目标年"), m_targetYear));
    form->addRow(tr("指标体系"), m_catalogue);
    form->addRow(tr("选用"), m_profile);
    form->addRow(QString(), m_counts);
    form->addRow(tr("区县"), m_regions);
    form->addRow(tr("编制单位"), m_organisation);
    return page;
}

QWidget* NewYearDialog::makeForwardPage()
{
    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    form->setContentsMargins(0, 14, 0, 4);
    form->setVerticalSpacing(10);
    form->setHorizontalSpacing(14);
    form->addRow(tr("上一年的文件"), makePathLine(m_last, false));
    form->addRow(tr("现状年"), m_forwardYear);
    form->addRow(
        QString(),
        makeLabel(tr("指标体系、区县、部门、来源、目标、对标值和历年采用值都会带到新的一年；"
                     "各部门的报送要重新收集。图层也一并带来：行政区、控制线照旧，地类图斑等"
                     "现状图层作为上一年的，供两年对比；新一年的在“空间数据”里列为待收集。"
                     "上一年的文件不会改动。"),
                  "dim"));
    return page;
}

QWidget* NewYearDialog::makePathLine(QLineEdit* edit, bool saving)
{
    auto* holder = new QWidget;
    auto* line = new QHBoxLayout(holder);
    line->setContentsMargins(0, 0, 0, 0);
    auto* browse = new QPushButton(tr("浏览…"));
    browse->setAutoDefault(false);
    line->addWidget(edit, 1);
    line->addWidget(browse);
    connect(browse, &QPushButton::clicked, this, [this, edit, saving] {
        const auto take = [edit](const QString& path) {
            edit->setText(QDir::toNativeSeparators(path));
        };
        if (saving) {
            dialogs::saveFile(this,
                              {.title = tr("项目文件放在哪里"),
                               .filter = tr("城检项目 (*.gpkg)"),
                               .suggested = m_path->text(),
                               .suffix = u"gpkg"_s},
                              take);
        } else {
            dialogs::openFile(this,
                              {.title = tr("上一年的项目文件"),
                               .filter = tr("城检项目 (*.gpkg)"),
                               .suggested = {},
                               .suffix = {}},
                              take);
        }
    });
    return holder;
}

void NewYearDialog::suggestLastYear(const QString& path, const project::YearData& last)
{
    m_last->setText(QDir::toNativeSeparators(path));
    m_city->setText(last.info.city);
    m_year->setValue(last.info.year + 1);
    m_baseYear->setValue(last.info.baseYear);
    m_nearYear->setValue(last.info.nearYear > 0 ? last.info.nearYear : m_nearYear->minimum());
    m_targetYear->setValue(last.info.targetYear);
    m_organisation->setText(last.info.organisation);
    m_forwardYear->setValue(last.info.year + 1);
    QStringList regions;
    for (const project::Region& region : last.regions) {
        if (region.level == project::RegionLevel::District)
            regions << u"%1 %2"_s.arg(region.code, region.nameZh).trimmed();
    }
    m_regions->setPlainText(regions.join(u'\n'));
    m_tabs->setCurrentIndex(1);
}

void NewYearDialog::catalogueLoaded(const QString& id, const catalogue::Catalogue& catalogue)
{
    m_catalogues.insert(id, catalogue);
    const bool english = language::current() == u"en";
    m_catalogue->blockSignals(true);
    const QString chosen = m_catalogueChosen ? m_catalogue->currentData().toString() : QString();
    m_catalogue->clear();
    for (const QString& known : catalogue::builtInCatalogues()) {
        if (m_catalogues.contains(known)) {
            const catalogue::Catalogue& entry = m_catalogues[known];
            m_catalogue->addItem(
                english && !entry.titleEn.isEmpty() ? entry.titleEn : entry.titleZh, known);
        }
    }
    const QString wanted = chosen.isEmpty() ? u"tdt1063-2021"_s : chosen;
    m_catalogue->setCurrentIndex(std::max(0, m_catalogue->findData(wanted)));
    m_catalogue->blockSignals(false);
    showProfiles();
}

const catalogue::Catalogue* NewYearDialog::chosenCatalogue() const
{
    const auto found = m_catalogues.constFind(m_catalogue->currentData().toString());
    return found == m_catalogues.constEnd() ? nullptr : &*found;
}

void NewYearDialog::showProfiles()
{
    m_profile->blockSignals(true);
    m_profile->clear();
    if (const catalogue::Catalogue* chosen = chosenCatalogue()) {
        const bool english = language::current() == u"en";
        for (const catalogue::Profile& profile : chosen->profiles)
            m_profile->addItem(english && !profile.titleEn.isEmpty() ? profile.titleEn
                                                                     : profile.titleZh,
                               profile.id);
        m_profile->addItem(tr("全部指标"), QString());
    }
    m_profile->blockSignals(false);
    check();
}

QString NewYearDialog::suggestedName() const
{
    const bool forward = m_tabs->currentIndex() == 1;
    QString folder = forward ? QFileInfo(m_last->text()).absolutePath()
                             : Settings::instance().value(Settings::Key::LastFolder).toString();
    if (folder.isEmpty() || (forward && m_last->text().isEmpty()))
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (!QFileInfo(folder).isDir())
        folder = QDir::homePath();
    const int year = forward ? m_forwardYear->value() : m_year->value();
    const QString city = m_city->text().trimmed();
    return QDir(folder).filePath(u"%1-%2.gpkg"_s.arg(city.isEmpty() ? tr("城市") : city).arg(year));
}

void NewYearDialog::check()
{
    if (!m_pathTyped) {
        const QSignalBlocker quiet(m_path);
        m_path->setText(QDir::toNativeSeparators(suggestedName()));
    }
    const catalogue::Catalogue* chosen = chosenCatalogue();
    if (chosen) {
        const QString profile = m_profile->currentData().toString();
        QMap<catalogue::Kind, int> counts;
        int total = 0;
        for (const catalogue::Indicator& indicator : chosen->indicators) {
            if (profile.isEmpty() || indicator.profiles.contains(profile)) {
                ++counts[indicator.kind];
                ++total;
            }
        }
        QStringList parts;
        for (auto it = counts.cbegin(); it != counts.cend(); ++it)
            parts << tr("%1 %2").arg(catalogue::label(it.key())).arg(it.value());
        m_counts->setText(tr("共 %1 项：%2。").arg(total).arg(parts.join(tr("，"))));
    }

    QString problem;
    if (m_tabs->currentIndex() == 0) {
        QStringList names;
        for (const project::Region& region :
             regionsFromText(m_city->text(), m_regions->toPlainText())) {
            if (names.contains(region.nameZh))
                problem = tr("区县“%1”写了两次，请删去一个。").arg(region.nameZh);
            names << region.nameZh;
        }
        if (m_city->text().trimmed().isEmpty())
            problem = tr("请填写城市名称。");
        else if (m_baseYear->value() > m_year->value())
            problem = tr("基期年不能晚于现状年。");
        else if (m_targetYear->value() <= m_baseYear->value())
            problem = tr("目标年要晚于基期年。");
        else if (m_nearYear->value() != m_nearYear->minimum() &&
                 (m_nearYear->value() <= m_baseYear->value() ||
                  m_nearYear->value() > m_targetYear->value()))
            problem = tr("近期目标年要在基期年之后，且不晚于目标年。");
        else if (!chosen)
            problem = tr("正在读取指标体系…");
    } else if (m_last->text().trimmed().isEmpty()) {
        problem = tr("请选择上一年的项目文件。");
    } else if (!QFileInfo::exists(m_last->text())) {
        problem = tr("上一年的文件不存在：%1").arg(m_last->text());
    }
    if (problem.isEmpty()) {
        const QFileInfo target(m_path->text());
        if (m_path->text().trimmed().isEmpty())
            problem = tr("请选择项目文件放在哪里。");
        else if (target.exists())
            problem = tr("这个文件已经存在，请换一个名字。");
        else if (!target.dir().exists())
            problem = tr("文件夹 %1 不存在。").arg(QDir::toNativeSeparators(target.absolutePath()));
    }
    m_problem->setText(problem);
    m_create->setEnabled(problem.isEmpty());
}

void NewYearDialog::finish()
{
    check();
    if (!m_create->isEnabled())
        return;
    QString path = QDir::fromNativeSeparators(m_path->text().trimmed());
    if (!path.endsWith(u".gpkg"_s, Qt::CaseInsensitive))
        path += u".gpkg"_s;
    Settings::instance().set(Settings::Key::LastFolder, QFileInfo(path).absolutePath());
    if (m_tabs->currentIndex() == 1) {
        Q_EMIT rollForwardRequested(QDir::fromNativeSeparators(m_last->text()), path,
                                    m_forwardYear->value());
        accept();
        return;
    }
    project::NewYear year;
    year.info.city = m_city->text().trimmed();
    year.info.year = m_year->value();
    year.info.baseYear = m_baseYear->value();
    year.info.nearYear = m_nearYear->value() == m_nearYear->minimum() ? 0 : m_nearYear->value();
    year.info.targetYear = m_targetYear->value();
    year.info.organisation = m_organisation->text().trimmed();
    year.info.catalogueId = m_catalogue->currentData().toString();
    year.info.profileId = m_profile->currentData().toString();
    year.catalogue = *chosenCatalogue();
    if (!year.info.profileId.isEmpty()) {
        Result<catalogue::Catalogue> cut = catalogue::select(year.catalogue, year.info.profileId);
        if (!cut) {
            m_problem->setText(cut.error().message());
            return;
        }
        year.catalogue = std::move(*cut);
    }
    year.regions = regionsFromText(m_city->text(), m_regions->toPlainText());
    Q_EMIT createRequested(path, year);
    accept();
}

} // namespace checkup::workspace
