#include "core/draw/sheet_template.h"

#include "core/base/file_tools.h"
#include "core/draw/data_reader.h"
#include "core/draw/sheet_words.h"
#include "core/spatial/selection_json.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPageSize>

#include <algorithm>
#include <cmath>

/// Q_INIT_RESOURCE must stand outside every namespace.
static void useDrawingsResource()
{
    Q_INIT_RESOURCE(drawings);
}

namespace checkup::draw {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Draw)
};

using Look = SheetLayer::Look;

const QList<QPair<QString, QPageSize::PageSizeId>>& papers()
{
    static const QList<QPair<QString, QPageSize::PageSizeId>> known{{u"A4"_s, QPageSize::A4},
                                                                    {u"A3"_s, QPageSize::A3},
                                                                    {u"A2"_s, QPageSize::A2},
                                                                    {u"A1"_s, QPageSize::A1},
                                                                    {u"A0"_s, QPageSize::A0}};
    return known;
}

/// Reads one file.
class SheetReader
{
public:
    Result<SheetTemplate> read(const QString& file, const QByteArray& bytes)
    {
        const QJsonObject root = m_reader.begin(file, bytes);
        if (!m_reader.fault())
            readRoot(root);
        if (const std::optional<Error> fault = m_reader.fault())
            return *fault;
        return m_sheet;
    }

private:
    void readRoot(const QJsonObject& root)
    {
        const QString top = u"/"_s;
        m_reader.expectKeys(
            root, top, {u"version"_s, u"id"_s, u"number"_s, u"title"_s, u"layers"_s},
            {u"paper"_s, u"orientation"_s, u"figures"_s, u"notes"_s, u"by_district"_s, u"secrecy"_s,
             u"grid"_s, u"inset"_s, u"charts"_s, u"elements"_s, u"maps"_s});
        if (root.value(u"version"_s).toInt() != 1)
            m_reader.fail(top, Text::tr("“%1”应为 1。").arg(u"version"_s));
        m_sheet.id = m_reader.text(root, top, u"id"_s);
        m_sheet.number = whole(root, top, u"number"_s, 0, 999);
        m_sheet.title = m_reader.text(root, top, u"title"_s);
        for (const auto& [key, value] :
             {std::pair(u"id"_s, m_sheet.id), std::pair(u"title"_s, m_sheet.title)}) {
            if (value.isEmpty())
                m_reader.fail(top, Text::tr("“%1”不能为空。").arg(key));
        }
        m_sheet.paper = u"A3"_s;
        if (root.contains(u"paper"_s)) {
            QList<QPair<QString, QString>> names;
            for (const auto& paper : papers())
                names.append({paper.first, paper.first});
            m_sheet.paper = m_reader.choice<QString>(root, top, u"paper"_s, names);
        }
        if (root.contains(u"orientation"_s))
            m_sheet.upright = m_reader.choice<bool>(
                root, top, u"orientation"_s, {{u"landscape"_s, false}, {u"portrait"_s, true}});
        m_sheet.figures = m_reader.texts(root, top, u"figures"_s);
        m_sheet.notes = m_reader.texts(root, top, u"notes"_s);
        m_sheet.byDistrict = m_reader.flag(root, top, u"by_district"_s, true);
        m_sheet.secrecy = m_reader.text(root, top, u"secrecy"_s);
        readMaps(root, top);
        const QJsonArray layers = root.value(u"layers"_s).toArray();
        if (layers.isEmpty())
            m_reader.fail(top, Text::tr("“%1”应为不空的列表。").arg(u"layers"_s));
        for (qsizetype i = 0; i < layers.size(); ++i)
            m_sheet.layers << layer(layers[i].toObject(), u"layers[%1]"_s.arg(i));
        checkMaps();
        if (root.contains(u"grid"_s))
            m_sheet.grid = m_reader.choice<SheetGrid>(root, top, u"grid"_s, gridNames());
        if (root.contains(u"inset"_s))
            m_sheet.inset = m_reader.choice<SheetInset>(root, top, u"inset"_s, insetNames());
        const QJsonArray charts = list(root, top, u"charts"_s);
        for (qsizetype i = 0; i < charts.size(); ++i)
            m_sheet.charts << chart(charts[i].toObject(), u"charts[%1]"_s.arg(i));
        readElements(list(root, top, u"elements"_s));
    }

    void readMaps(const QJsonObject& root, const QString& top)
    {
        if (!root.contains(u"maps"_s))
            return;
        m_sheet.maps = m_reader.texts(root, top, u"maps"_s);
        if (m_sheet.maps.size() < 2 || m_sheet.maps.size() > mostMaps ||
            m_sheet.maps.contains(QString()))
            m_reader.fail(top,
                          Text::tr("“maps”应为 2 到 %1 幅地图的小标题，不能为空。").arg(mostMaps));
    }

    /// Each map shows something that no other does.
    void checkMaps()
    {
        for (int map = 1; map <= m_sheet.maps.size(); ++map) {
            if (std::none_of(m_sheet.layers.cbegin(), m_sheet.layers.cend(),
                             [map](const SheetLayer& layer) { return layer.map == map; }))
                m_reader.fail(
                    u"maps"_s,
                    Text::tr("没有图层只画在第 %1 幅地图上，请给图层写上“map”。").arg(map));
        }
    }

    /// Which of the sheet's maps a layer or an element is of.
    int mapOf(const QJsonObject& object, const QString& place, int otherwise)
    {
        if (!object.contains(u"map"_s))
            return otherwise;
        const int map = whole(object, place, u"map"_s, otherwise, mostMaps);
        if (map < 1 || map > std::max<qsizetype>(1, m_sheet.maps.size()))
            m_reader.fail(place, Text::tr("“maps”里没有第 %1 幅地图。").arg(map));
        return map;
    }

    QJsonArray list(const QJsonObject& object, const QString& place, const QString& key)
    {
        const QJsonValue value = object.value(key);
        if (!value.isUndefined() && (!value.isArray() || value.toArray().isEmpty()))
            m_reader.fail(place, Text::tr("“%1”应为不空的列表。").arg(key));
        return value.toArray();
    }

    SheetChart chart(const QJsonObject& object, const QString& place)
    {
        using Over = SheetChart::Over;
        m_reader.expectKeys(object, place, {u"kind"_s, u"title"_s, u"over"_s, u"subjects"_s},
                            {u"names"_s, u"whole"_s, u"years"_s, u"regions"_s});
        SheetChart read;
        read.kind = m_reader.choice<ChartFigure::Kind>(object, place, u"kind"_s, chartNames());
        read.over = m_reader.choice<Over>(object, place, u"over"_s, overNames());
        if ((read.kind == ChartFigure::Kind::Lines) != (read.over == Over::Years))
            m_reader.fail(place, Text::tr("“kind”为 lines 时“over”应为 years，反之亦然。"));
        read.title = m_reader.text(object, place, u"title"_s);
        read.subjects = m_reader.texts(object, place, u"subjects"_s);
        read.names = m_reader.texts(object, place, u"names"_s);
        if (read.subjects.isEmpty())
            m_reader.fail(place, Text::tr("“%1”应为不空的列表。").arg(u"subjects"_s));
        if (!read.names.isEmpty() && read.names.size() != read.subjects.size())
            m_reader.fail(place, Text::tr("“names”应与“subjects”一样多。"));
        read.whole = m_reader.text(object, place, u"whole"_s);
        read.years = whole(object, place, u"years"_s, 5, 30);
        read.regions = m_reader.texts(object, place, u"regions"_s);
        return read;
    }

    void readElements(const QJsonArray& elements)
    {
        QList<std::pair<SheetPart, int>> known;
        for (qsizetype i = 0; i < elements.size(); ++i) {
            const QString place = u"elements[%1]"_s.arg(i);
            const SheetElement read = element(elements[i].toObject(), place);
            const bool several = read.part == SheetPart::Text || read.part == SheetPart::Chart;
            if (!several && known.contains(std::pair(read.part, read.map)))
                m_reader.fail(place, Text::tr("“%1”只能有一个。").arg(nameOf(read.part)));
            known << std::pair(read.part, read.map);
            m_sheet.elements << read;
        }
        for (int map = 1; map <= std::max<qsizetype>(1, m_sheet.maps.size()); ++map) {
            if (!elements.isEmpty() && !known.contains(std::pair(SheetPart::Map, map)))
                m_reader.fail(u"elements"_s,
                              map == 1 ? Text::tr("缺少“%1”，请补上。").arg(u"map"_s)
                                       : Text::tr("缺少第 %1 幅地图的“map”，请补上。").arg(map));
        }
    }

    SheetElement element(const QJsonObject& object, const QString& place)
    {
        m_reader.expectKeys(object, place, {u"part"_s},
                            {u"area"_s, u"anchor"_s, u"type"_s, u"words"_s, u"chart"_s, u"map"_s});
        QList<QPair<QString, SheetPart>> parts;
        for (const SheetPart part : sheetParts())
            parts.append({nameOf(part), part});
        SheetElement read;
        read.part = m_reader.choice<SheetPart>(object, place, u"part"_s, parts);
        read.type = m_reader.number(object, place, u"type"_s, 0, 200);
        read.words = m_reader.text(object, place, u"words"_s);
        read.chart = whole(object, place, u"chart"_s, 1, 99);
        read.map = mapOf(object, place, 1);
        if (read.part == SheetPart::Chart && read.chart > m_sheet.charts.size())
            m_reader.fail(place, Text::tr("“charts”里没有第 %1 个。").arg(read.chart));
        if (object.contains(u"area"_s))
            read.area = area(object.value(u"area"_s), place);
        if (object.contains(u"anchor"_s)) {
            const QStringList sides = m_reader.texts(object, place, u"anchor"_s);
            if (sides.size() != 2)
                m_reader.fail(place, Text::tr("“anchor”应有两项：横向和纵向。"));
            QJsonObject each{{u"anchor"_s, sides.value(0)}};
            read.across = m_reader.choice<SheetHold>(each, place, u"anchor"_s, holdsAcross());
            each.insert(u"anchor"_s, sides.value(1));
            read.down = m_reader.choice<SheetHold>(each, place, u"anchor"_s, holdsDown());
        }
        return read;
    }

    QRectF area(const QJsonValue& value, const QString& place)
    {
        const QJsonArray numbers = value.toArray();
        const QRectF read(numbers.at(0).toDouble(-1), numbers.at(1).toDouble(-1),
                          numbers.at(2).toDouble(), numbers.at(3).toDouble());
        constexpr double least = 1; // mm
        constexpr double slack = 0.01;
        const QRectF paper =
            QRectF(QPointF(), m_sheet.size()).adjusted(-slack, -slack, slack, slack);
        if (numbers.size() != 4 || read.width() < least || read.height() < least ||
            !paper.contains(read))
            m_reader.fail(
                place, Text::tr("“area”应为图幅内的 [左, 上, 宽, 高]，毫米，宽和高至少 1 毫米。"));
        return read;
    }

    int whole(const QJsonObject& object, const QString& place, const QString& key, int otherwise,
              int most)
    {
        const double number = m_reader.number(object, place, key, otherwise, most);
        if (number != std::floor(number))
            m_reader.fail(place, Text::tr("“%1”应为整数。").arg(key));
        return static_cast<int>(number);
    }

    spatial::Selection selection(const QJsonObject& object, const QString& place,
                                 const QString& key)
    {
        const auto read = spatial::selectionFromJson(object.value(key), place + u'.' + key);
        if (read)
            return *read;
        m_reader.fail(place, read.error().message());
        return {};
    }

    std::optional<spatial::Selection> selectionIf(const QJsonObject& object, const QString& place,
                                                  const QString& key)
    {
        if (!object.contains(key))
            return std::nullopt;
        return selection(object, place, key);
    }

    SheetLayer layer(const QJsonObject& object, const QString& place)
    {
        QStringList others{u"within"_s, u"required"_s, u"name"_s,
                           u"labels"_s, u"opacity"_s,  u"map"_s};
        SheetLayer read;
        QStringList given;
        for (const auto& [key, look] : lookNames()) {
            others << key;
            if (object.contains(key)) {
                given << key;
                read.look = look;
            }
        }
        if (given.size() > 1)
            m_reader.fail(place, Text::tr("%1 只能有其中之一。").arg(given.join(u'、')));
        m_reader.expectKeys(object, place, {u"what"_s}, others);
        read.what = selection(object, place, u"what"_s);
        read.within = selectionIf(object, place, u"within"_s);
        read.required = m_reader.flag(object, place, u"required"_s, true);
        read.map = mapOf(object, place, 0);
        read.name = m_reader.text(object, place, u"name"_s);
        read.labels = m_reader.flag(object, place, u"labels"_s, false);
        read.opacity = m_reader.number(object, place, u"opacity"_s, 1, 1);
        if (read.look == Look::Own)
            return read;
        const QString& key = given.constFirst();
        const QString at = place + u'.' + key;
        if (read.look == Look::Cases) {
            const QJsonArray cases = object.value(key).toArray();
            if (cases.isEmpty())
                m_reader.fail(place, Text::tr("“%1”应为不空的列表。").arg(key));
            for (qsizetype i = 0; i < cases.size(); ++i)
                read.cases << sheetCase(cases[i].toObject(), at + u'[' + QString::number(i) + u']',
                                        read.what);
            return read;
        }
        if (!object.value(key).isObject())
            m_reader.fail(place, Text::tr("“%1”应为对象。").arg(key));
        readLook(object.value(key).toObject(), at, read);
        return read;
    }

    void readLook(const QJsonObject& look, const QString& at, SheetLayer& read)
    {
        static const QStringList grading{u"method"_s, u"count"_s, u"bounds"_s, u"unit"_s};
        const catalogue::LayerRole* role = catalogue::layerRole(read.what.role);
        const auto column = [&](const QString& key) {
            const QString name = m_reader.text(look, at, key);
            if (role && !name.isEmpty() && name != u"km2"_s && !role->column(name))
                m_reader.fail(at, Text::tr("图层“%1”没有“%2”这一列。").arg(role->name, name));
            return name;
        };
        switch (read.look) {
        case Look::Column:
            m_reader.expectKeys(look, at, {u"key"_s, u"ramp"_s}, grading + QStringList{u"per"_s});
            read.column = column(u"key"_s);
            read.per = column(u"per"_s);
            read.grades = grades(look, at);
            break;
        case Look::Region:
            m_reader.expectKeys(look, at, {u"subject"_s, u"ramp"_s}, grading);
            read.subject = m_reader.text(look, at, u"subject"_s);
            if (read.what.role != u"XZQ"_s && read.what.role != u"JDXZ"_s)
                m_reader.fail(at, Text::tr("只有 XZQ 和 JDXZ 可以按地区的数值设色。"));
            read.grades = grades(look, at);
            break;
        case Look::Density:
            m_reader.expectKeys(look, at, {u"of"_s, u"ramp"_s}, grading);
            read.of = selection(look, at, u"of"_s);
            read.grades = grades(look, at);
            break;
        case Look::Reach:
            m_reader.expectKeys(look, at, {u"subjects"_s}, {u"names"_s});
            read.subjects = m_reader.texts(look, at, u"subjects"_s);
            read.names = m_reader.texts(look, at, u"names"_s);
            if (read.subjects.isEmpty() || read.subjects.size() > 2)
                m_reader.fail(at, Text::tr("“subjects”应有一项或两项。"));
            if (read.names.size() != (read.subjects.size() == 2 ? 2 : 0))
                m_reader.fail(at, Text::tr("“subjects”有两项时，“names”也应有两项。"));
            break;
        case Look::Change:
            m_reader.expectKeys(look, at, {}, {u"years"_s, u"construction"_s});
            read.years = whole(look, at, u"years"_s, 1, 50);
            read.construction = m_reader.flag(look, at, u"construction"_s, false);
            break;
        default:
            m_reader.expectKeys(look, at, {u"metres"_s, u"name"_s}, DataReader::symbolKeys());
            read.metres = m_reader.number(look, at, u"metres"_s, 0, 100000);
            SheetCase one;
            one.name = m_reader.text(look, at, u"name"_s);
            one.symbol = m_reader.symbol(look, at);
            read.cases << one;
            break;
        }
    }

    SheetCase sheetCase(const QJsonObject& object, const QString& place,
                        const spatial::Selection& of)
    {
        m_reader.expectKeys(object, place, {u"name"_s},
                            QStringList{u"where"_s, u"within"_s, u"outside"_s} +
                                DataReader::symbolKeys());
        SheetCase read;
        read.name = m_reader.text(object, place, u"name"_s);
        if (object.contains(u"where"_s)) {
            QJsonObject what{{u"role"_s, of.role}, {u"where"_s, object.value(u"where"_s)}};
            const auto taken = spatial::selectionFromJson(what, place);
            if (taken)
                read.what = *taken;
            else
                m_reader.fail(place, taken.error().message());
        }
        read.within = selectionIf(object, place, u"within"_s);
        read.outside = selectionIf(object, place, u"outside"_s);
        read.symbol = m_reader.symbol(object, place);
        return read;
    }

    SheetGrades grades(const QJsonObject& object, const QString& place)
    {
        SheetGrades read;
        if (object.contains(u"method"_s))
            read.method = m_reader.choice<GradeMethod>(object, place, u"method"_s, gradingNames());
        read.count = whole(object, place, u"count"_s, 5, 12);
        const QJsonArray bounds = object.value(u"bounds"_s).toArray();
        for (const QJsonValue& bound : bounds)
            read.bounds << bound.toDouble();
        if (read.method == GradeMethod::Manual) {
            if (const auto made = gradesBetween(read.bounds); !made)
                m_reader.fail(place + u".bounds"_s, made.error().message());
        } else if (object.contains(u"bounds"_s)) {
            m_reader.fail(place, Text::tr("“bounds”只用于 “method” 为 manual 时。"));
        }
        read.unit = m_reader.text(object, place, u"unit"_s);
        QList<QPair<QString, QString>> ids;
        for (const Ramp& ramp : ramps())
            ids.append({ramp.id, ramp.id});
        read.ramp = m_reader.choice<QString>(object, place, u"ramp"_s, ids);
        return read;
    }

    DataReader m_reader;
    SheetTemplate m_sheet;
};

void sortByNumber(QList<SheetTemplate>& sheets)
{
    std::stable_sort(sheets.begin(), sheets.end(),
                     [](const SheetTemplate& a, const SheetTemplate& b) {
                         return std::pair(a.number, a.id) < std::pair(b.number, b.id);
                     });
}

/// In the place of the one with its id, else behind all.
void place(SheetTemplate sheet, QList<SheetTemplate>& sheets)
{
    const auto known =
        std::find_if(sheets.begin(), sheets.end(),
                     [&sheet](const SheetTemplate& one) { return one.id == sheet.id; });
    if (known != sheets.end())
        *known = std::move(sheet);
    else
        sheets << std::move(sheet);
}

} // namespace

QSizeF paperSize(const QString& name)
{
    for (const auto& [known, id] : papers()) {
        if (known == name)
            return QPageSize::size(id, QPageSize::Millimeter);
    }
    return {};
}

QSizeF SheetTemplate::size() const
{
    const QSizeF held = paperSize(paper);
    return upright ? held : held.transposed();
}

Result<SheetTemplate> readSheet(const QString& file, const QByteArray& bytes)
{
    return SheetReader().read(file, bytes);
}

const QList<SheetTemplate>& shippedSheets()
{
    static const QList<SheetTemplate> sheets = [] {
        useDrawingsResource();
        QList<SheetTemplate> read;
        const QDir folder(u":/drawings"_s);
        const QStringList names = folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
        for (const QString& name : names) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            if (auto sheet = readSheet(name, file.readAll()))
                read << *std::move(sheet);
        }
        sortByNumber(read);
        return read;
    }();
    return sheets;
}

Result<QList<SheetTemplate>> readSheets(const QString& path)
{
    const QFileInfo given(path);
    const QDir folder = given.isDir() ? QDir(path) : given.dir();
    const QStringList names = given.isDir()
                                  ? folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name)
                                  : QStringList{given.fileName()};
    QList<SheetTemplate> sheets;
    QHash<QString, QString> files;
    for (const QString& name : names) {
        const auto bytes = readFile(folder.filePath(name), qint64(4) << 20);
        if (!bytes)
            return bytes.error();
        const auto sheet = readSheet(name, *bytes);
        if (!sheet)
            return sheet.error();
        if (files.contains(sheet->id))
            return Error(ErrorCode::Invalid, Text::tr("文件 %1 与 %2 的“id”都是 %3，请改其中之一。")
                                                 .arg(name, files.value(sheet->id), sheet->id));
        files.insert(sheet->id, name);
        sheets << *sheet;
    }
    if (sheets.isEmpty())
        return Error(ErrorCode::NotFound,
                     Text::tr("文件夹 %1 里没有图纸模板（.json）。").arg(path));
    sortByNumber(sheets);
    return sheets;
}

Result<QList<SheetTemplate>> sheetsWith(const QString& folder)
{
    if (!QFileInfo(folder).isDir())
        return Error(ErrorCode::NotFound,
                     Text::tr("没有图纸模板文件夹 %1，请检查路径。").arg(folder));
    auto own = readSheets(folder);
    if (!own)
        return own.error();
    QList<SheetTemplate> sheets = shippedSheets();
    for (SheetTemplate& sheet : *own)
        place(std::move(sheet), sheets);
    sortByNumber(sheets);
    return sheets;
}

ProjectSheets projectSheets(const project::YearData& data, QList<SheetTemplate> sheets)
{
    ProjectSheets all{std::move(sheets), {}, {}, {}};
    for (const project::MapSetting& setting : data.mapSettings) {
        if (setting.kind == frameSetting && setting.key == officeFrameKey) {
            auto frame = readFrame(Text::tr("项目中的单位图框"), setting.content.toUtf8());
            if (frame)
                all.frame = *std::move(frame);
            else
                all.faults << frame.error().message();
        }
        if (setting.kind != sheetSetting)
            continue;
        auto sheet =
            readSheet(Text::tr("项目中的图纸 %1").arg(setting.key), setting.content.toUtf8());
        if (!sheet) {
            all.faults << sheet.error().message();
            continue;
        }
        sheet->id = setting.key;
        all.own << sheet->id;
        place(*std::move(sheet), all.sheets);
    }
    sortByNumber(all.sheets);
    return all;
}

} // namespace checkup::draw
