#include "app/workspace/maps/sheet_desk.h"

#include "app/workspace/jobs.h"
#include "app/workspace/session.h"

#include "core/base/in_chinese.h"
#include "core/report/drawing_set.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

struct SheetDesk::Made
{
    QString key; ///< what it was made from
    draw::MapSheet sheet;
};

namespace {

/// What of a sheet its layers are read for.
QString layersOf(const draw::SheetTemplate& sheet)
{
    draw::SheetTemplate bare;
    bare.id = sheet.id;
    bare.layers = sheet.layers;
    bare.inset = sheet.inset;
    bare.maps = QStringList(sheet.maps.size(), u"-"_s);
    return QString::fromUtf8(draw::writeSheet(bare));
}

struct Work
{
    QString path, key, district;
    project::YearDataPtr year;
    QList<draw::SheetTemplate> sheets;
    draw::SheetTemplate sheet;
    draw::SheetSetOptions options;
    double pixelsPerMm = 1;
};

const project::Region* districtOf(const project::YearData& year, const QString& name)
{
    return name.isEmpty() ? nullptr : year.regionByName(name);
}

Result<draw::MapSheet> makeSheet(const Work& work, const draw::MapSheet* loaded,
                                 const CancelToken& cancel)
{
    return inChinese([&]() -> Result<draw::MapSheet> {
        draw::SheetSet set(work.path, *work.year, work.sheets, work.options, cancel);
        const project::Region* const district = districtOf(*work.year, work.district);
        if (!loaded)
            return set.make(work.sheet, district);
        draw::MapSheet sheet = *loaded;
        set.dress(work.sheet, district, sheet);
        return sheet;
    });
}

Result<SheetDesk::Picture> paint(const draw::MapSheet& sheet, double pixelsPerMm,
                                 const CancelToken& cancel)
{
    SheetDesk::Picture picture;
    picture.paper = sheet.paper;
    picture.image = QImage((sheet.paper * pixelsPerMm).toSize(), QImage::Format_RGB32);
    if (picture.image.isNull())
        return Error(ErrorCode::TooLarge, QString());
    picture.image.fill(Qt::white);
    QPainter painter(&picture.image);
    const InChinese guard;
    auto report = draw::paintSheet(painter, pixelsPerMm, draw::SheetForm::Pixels, sheet, cancel);
    painter.end();
    if (!report)
        return report.error();
    picture.report = *std::move(report);
    return picture;
}

/// Every element where it came to lie.
void settle(QList<draw::SheetElement>& elements, const draw::SheetReport& report)
{
    for (const draw::PlacedElement& placed : report.placed) {
        if (placed.number < elements.size() && !elements[placed.number].area)
            elements[placed.number].area = placed.area;
    }
}

} // namespace

SheetDesk::SheetDesk(Session* session, Jobs* jobs, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_jobs(jobs)
{
    connect(session, &Session::dataChanged, this, [this] {
        m_sent = false;
        if (!m_edits.isEmpty())
            send();
        else
            refresh();
    });
    connect(session, &Session::failed, this, [this] {
        m_sent = false;
        m_edits.clear();
        refresh();
    });
    connect(session, &Session::opened, this, &SheetDesk::refresh);
    connect(session, &Session::closed, this, &SheetDesk::refresh);
    refresh();
}

void SheetDesk::refresh()
{
    const auto year = m_session->data();
    m_project = {};
    m_districts.clear();
    if (year) {
        m_project = draw::projectSheets(*year, draw::shippedSheets());
        for (const project::Region& region : year->regions) {
            if (region.level == project::RegionLevel::District)
                m_districts << region.nameZh;
        }
    } else {
        m_made.reset();
        m_picture.reset();
        m_lacks.clear();
    }
    if (!m_districts.contains(m_district))
        m_district.clear();
    if (!current())
        m_current = m_project.sheets.isEmpty() ? QString() : m_project.sheets.constFirst().id;
    Q_EMIT sheetsChanged();
    if (m_pixelsPerMm > 0) {
        askStates();
        askPicture();
    }
}

bool SheetDesk::isShipped(const QString& id) const
{
    const auto& shipped = draw::shippedSheets();
    return std::any_of(shipped.cbegin(), shipped.cend(),
                       [&id](const draw::SheetTemplate& one) { return one.id == id; });
}

QString SheetDesk::titleOf(const draw::SheetTemplate& sheet) const
{
    const auto year = m_session->data();
    QString title = sheet.title;
    if (year) {
        title.replace(u"{city}"_s, year->info.city);
        title.replace(u"{year}"_s, QString::number(year->info.year));
        title.replace(u"{last}"_s, QString::number(year->info.year - 1));
    }
    return title;
}

std::optional<QString> SheetDesk::lackOf(const QString& id) const
{
    const auto found = m_lacks.constFind(id);
    return found == m_lacks.cend() ? std::nullopt : std::optional(*found);
}

const draw::SheetTemplate* SheetDesk::current() const
{
    const auto found =
        std::find_if(m_project.sheets.cbegin(), m_project.sheets.cend(),
                     [this](const draw::SheetTemplate& one) { return one.id == m_current; });
    return found == m_project.sheets.cend() ? nullptr : &*found;
}

void SheetDesk::choose(const QString& id)
{
    if (id == m_current)
        return;
    m_current = id;
    m_picture.reset();
    m_fault.clear();
    Q_EMIT sheetsChanged();
    Q_EMIT pictureChanged();
    askPicture();
}

void SheetDesk::setDistrict(const QString& name)
{
    if (name == m_district)
        return;
    m_district = name;
    askPicture();
}

QList<draw::SheetElement> SheetDesk::elements() const
{
    const draw::SheetTemplate* const sheet = current();
    if (!sheet)
        return {};
    return sheet->elements.isEmpty()
               ? draw::usualElements(static_cast<int>(sheet->charts.size()),
                                     std::max(1, static_cast<int>(sheet->maps.size())))
               : sheet->elements;
}

QList<draw::SheetElement> SheetDesk::settled() const
{
    QList<draw::SheetElement> all = elements();
    if (m_picture)
        settle(all, m_picture->report);
    return all;
}

void SheetDesk::edit(const QString& label, const std::function<void(draw::SheetTemplate&)>& change)
{
    const draw::SheetTemplate* const sheet = current();
    if (!sheet || m_session->isReadOnly())
        return;
    draw::SheetTemplate changed = *sheet;
    change(changed);
    if (changed.size() != sheet->size()) {
        for (draw::SheetElement& element : changed.elements)
            element = draw::onPaper(element, sheet->size(), changed.size());
    }
    if (changed != *sheet)
        commit(label, {changed});
}

void SheetDesk::editElements(const QString& label,
                             const std::function<void(QList<draw::SheetElement>&)>& change)
{
    edit(label, [&](draw::SheetTemplate& sheet) {
        sheet.elements = settled();
        change(sheet.elements);
    });
}

void SheetDesk::restore()
{
    const draw::SheetTemplate* const sheet = current();
    if (!sheet || !isOwn(sheet->id) || m_session->isReadOnly())
        return;
    m_edits << Edit{tr("图纸“%1”恢复原样").arg(titleOf(*sheet)),
                    {{0, draw::sheetSetting, sheet->id, {}}}};
    send();
}

QString SheetDesk::copyAs(const QString& title)
{
    const draw::SheetTemplate* const sheet = current();
    if (!sheet || m_session->isReadOnly())
        return {};
    draw::SheetTemplate copy = *sheet;
    copy.title = title;
    for (int i = 1;; ++i) {
        copy.id = u"own-%1"_s.arg(i);
        if (std::none_of(m_project.sheets.cbegin(), m_project.sheets.cend(),
                         [&copy](const draw::SheetTemplate& one) { return one.id == copy.id; }))
            break;
    }
    copy.number = m_project.sheets.constLast().number + 1;
    m_current = copy.id;
    commit(tr("新增图纸“%1”").arg(titleOf(copy)), {copy});
    return copy.id;
}

void SheetDesk::takeIn(const QList<draw::SheetTemplate>& sheets)
{
    if (sheets.isEmpty() || m_session->isReadOnly())
        return;
    commit(sheets.size() == 1 ? tr("装入图纸“%1”").arg(titleOf(sheets.constFirst()))
                              : tr("装入 %1 张图纸").arg(sheets.size()),
           sheets);
    choose(sheets.constFirst().id);
}

void SheetDesk::setFrame(const draw::OfficeFrame& frame)
{
    m_edits << Edit{tr("修改单位图框"),
                    {{0, draw::frameSetting, draw::officeFrameKey,
                      frame.isEmpty() ? QString() : QString::fromUtf8(draw::writeFrame(frame))}}};
    m_project.frame = frame.isEmpty() ? std::nullopt : std::optional(frame);
    send();
    askPicture();
}

void SheetDesk::commit(const QString& label, const QList<draw::SheetTemplate>& sheets)
{
    Edit edit{label, {}};
    for (const draw::SheetTemplate& sheet : sheets) {
        QString content = QString::fromUtf8(draw::writeSheet(sheet));
        for (const draw::SheetTemplate& shipped : draw::shippedSheets()) {
            if (shipped.id == sheet.id && QString::fromUtf8(draw::writeSheet(shipped)) == content)
                content.clear();
        }
        const auto known =
            std::find_if(m_project.sheets.begin(), m_project.sheets.end(),
                         [&sheet](const draw::SheetTemplate& one) { return one.id == sheet.id; });
        if (known == m_project.sheets.end())
            m_project.sheets << sheet;
        else
            *known = sheet;
        edit.settings << project::MapSetting{0, draw::sheetSetting, sheet.id, content};
    }
    m_edits << edit;
    Q_EMIT sheetsChanged();
    askPicture();
    send();
}

void SheetDesk::send()
{
    while (!m_sent && !m_edits.isEmpty()) {
        const Edit next = m_edits.takeFirst();
        project::ChangeSet changes;
        for (const project::MapSetting& setting : next.settings)
            changes.append(project::edits::setMapSetting(*m_session->data(), setting));
        if (changes.isEmpty())
            continue;
        changes.label = next.label;
        m_sent = true;
        m_session->edit(changes);
    }
    if (!m_sent)
        refresh();
}

/// What of the year a loaded sheet depends on.
std::size_t SheetDesk::contentsKey() const
{
    const auto year = m_session->data();
    std::size_t key = qHash(m_session->path());
    for (const project::Layer& layer : year->layers)
        key =
            qHashMulti(key, layer.id.number(), layer.role, layer.year, layer.sha256, layer.fields);
    for (const project::Value& value : year->values)
        key = qHashMulti(key, value.id.number(), value.number, value.adopted);
    for (const project::MapSetting& setting : year->mapSettings) {
        if (setting.kind != draw::sheetSetting && setting.kind != draw::frameSetting)
            key = qHashMulti(key, setting.kind, setting.key, setting.content);
    }
    return key;
}

void SheetDesk::show(double pixelsPerMm)
{
    const bool first = m_pixelsPerMm == 0;
    if (std::abs(pixelsPerMm - m_pixelsPerMm) < 1e-3)
        return;
    m_pixelsPerMm = pixelsPerMm;
    if (first)
        askStates();
    askPicture();
}

bool SheetDesk::isIdle() const
{
    return m_job == 0 && !m_again && m_states == 0 && m_edits.isEmpty() && !m_sent;
}

void SheetDesk::askStates()
{
    const auto year = m_session->data();
    if (!year || m_states != 0)
        return;
    m_states = m_jobs->start<report::DrawingSet>(
        {},
        [path = m_session->path(), year](const CancelToken&, const ProgressSink&) {
            return report::listDrawings(path, *year, draw::shippedSheets(), {});
        },
        this,
        [this, year](const Result<report::DrawingSet>& listed) {
            m_states = 0;
            if (!listed)
                return;
            m_lacks.clear();
            for (const report::DrawnSheet& sheet : listed->sheets)
                m_lacks.insert(sheet.id, sheet.why);
            Q_EMIT sheetsChanged();
            if (m_session->data() != year)
                askStates();
        });
}

void SheetDesk::askPicture()
{
    const draw::SheetTemplate* const sheet = current();
    if (!sheet || !m_session->data() || m_pixelsPerMm == 0)
        return;
    if (m_job != 0) {
        m_jobs->cancel(m_job);
        m_again = true;
        return;
    }
    m_again = false;
    report::DrawingOptions options;
    Work work{m_session->path(),
              QString::number(contentsKey()) + m_district + layersOf(*sheet),
              m_district,
              m_session->data(),
              m_project.sheets,
              *sheet,
              report::setOptions(options, m_project),
              m_pixelsPerMm};
    const std::shared_ptr<const Made> made = m_made && m_made->key == work.key ? m_made : nullptr;
    using Answer = std::pair<std::shared_ptr<const Made>, Picture>;
    m_job = m_jobs->start<Answer>(
        {},
        [work, made](const CancelToken& cancel, const ProgressSink&) -> Result<Answer> {
            auto drawn = makeSheet(work, made ? &made->sheet : nullptr, cancel);
            if (!drawn)
                return drawn.error();
            auto picture = paint(*drawn, work.pixelsPerMm, cancel);
            if (!picture)
                return picture.error();
            return Answer{made ? made
                               : std::make_shared<const Made>(Made{work.key, *std::move(drawn)}),
                          *std::move(picture)};
        },
        this,
        [this, id = sheet->id](const Result<Answer>& answer) {
            m_job = 0;
            if (answer && id == m_current) {
                m_made = answer->first;
                m_picture = answer->second;
                m_fault.clear();
            } else if (!answer && answer.error().code() != ErrorCode::Cancelled) {
                m_picture.reset();
                m_fault = answer.error().message();
            }
            if (std::exchange(m_again, false))
                askPicture();
            Q_EMIT pictureChanged();
        });
}

} // namespace checkup::workspace
