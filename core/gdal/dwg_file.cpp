#include "core/gdal/dwg_file.h"

#include "core/office/limits.h"
#include "core/office/text_decoding.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QMap>
#include <QtEndian>

#include <array>
#include <cmath>
#include <cpl_vsi.h>
#include <cstring>
#include <optional>
#include <vector>

namespace checkup::gdal {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gdal)
};

struct Version
{
    const char* code;
    const char* product;
};
constexpr std::array versions{Version{"AC1009", "AutoCAD R12"},  Version{"AC1012", "AutoCAD R13"},
                              Version{"AC1014", "AutoCAD R14"},  Version{"AC1015", "AutoCAD 2000"},
                              Version{"AC1018", "AutoCAD 2004"}, Version{"AC1021", "AutoCAD 2007"},
                              Version{"AC1024", "AutoCAD 2010"}, Version{"AC1027", "AutoCAD 2013"},
                              Version{"AC1032", "AutoCAD 2018"}};
constexpr const char* readable = "AC1015";

/// What objects are; others have numbers from a list in the file.
enum Type {
    Attrib = 2,
    Seqend = 6,
    Insert = 7,
    Vertex2d = 10,
    Vertex3d = 11,
    Polyline2d = 15,
    Polyline3d = 16,
    Arc = 17,
    Circle = 18,
    Line = 19,
    Point = 27,
    Viewport = 34,
    Ellipse = 35,
    Mtext = 44,
    Layer = 51,
    Lwpolyline = 77,
    Hatch = 78,
    FirstClass = 500
};

struct Place
{
    double x = 0, y = 0;
};

/// The stream of bits that objects are written as. Reading past the end gives noughts and is
/// remembered.
class Bits
{
public:
    Bits(const QByteArray& bytes, qsizetype begin, qsizetype size)
        : m_data(reinterpret_cast<const uchar*>(bytes.constData()) + begin)
        , m_end(size * 8)
    {}

    bool isBad() const { return m_bad; }
    qsizetype place() const { return m_at; }
    void seek(qsizetype bit)
    {
        m_bad = m_bad || bit < 0 || bit > m_end;
        m_at = m_bad ? m_end : bit;
    }
    void skipBytes(qsizetype count) { seek(m_at + count * 8); }

    unsigned bits(int count)
    {
        unsigned value = 0;
        for (int i = 0; i < count; ++i) {
            if (m_at >= m_end) {
                m_bad = true;
                return 0;
            }
            value = (value << 1) | ((m_data[m_at >> 3] >> (7 - (m_at & 7))) & 1u);
            ++m_at;
        }
        return value;
    }
    bool flag() { return bits(1) != 0; }
    unsigned byte() { return bits(8); }
    unsigned rawShort()
    {
        const unsigned low = byte();
        return low | byte() << 8;
    }
    unsigned rawLong()
    {
        const unsigned low = rawShort();
        return low | rawShort() << 16;
    }
    double rawDouble()
    {
        std::array<uchar, 8> bytes{};
        for (uchar& one : bytes)
            one = static_cast<uchar>(byte());
        return doubleOf(bytes);
    }
    unsigned bitShort()
    {
        switch (bits(2)) {
        case 0:
            return rawShort();
        case 1:
            return byte();
        case 2:
            return 0;
        default:
            return 256;
        }
    }
    unsigned bitLong()
    {
        switch (bits(2)) {
        case 0:
            return rawLong();
        case 1:
            return byte();
        default:
            return 0;
        }
    }
    double bitDouble()
    {
        switch (bits(2)) {
        case 0:
            return rawDouble();
        case 1:
            return 1;
        default:
            return 0;
        }
    }
    /// A number of which only the bytes are written that differ from another's.
    double doubleLike(double other)
    {
        std::array<uchar, 8> bytes{};
        std::memcpy(bytes.data(), &other, bytes.size());
        const unsigned kind = bits(2);
        if (kind == 3)
            return rawDouble();
        if (kind == 2) {
            bytes[4] = static_cast<uchar>(byte());
            bytes[5] = static_cast<uchar>(byte());
        }
        if (kind != 0) {
            for (size_t i = 0; i < 4; ++i)
                bytes[i] = static_cast<uchar>(byte());
        }
        return doubleOf(bytes);
    }
    Place bitPlace3()
    {
        Place place;
        place.x = bitDouble();
        place.y = bitDouble();
        bitDouble();
        return place;
    }
    void thickness()
    {
        if (!flag())
            bitDouble();
    }
    /// Whether the plane that an entity lies in is seen from below: x runs the other way then.
    bool isMirrored()
    {
        if (flag())
            return false;
        bitDouble();
        bitDouble();
        return bitDouble() < 0;
    }
    QByteArray text()
    {
        const unsigned length = bitShort();
        QByteArray bytes;
        for (unsigned i = 0; i < length && !m_bad; ++i)
            bytes += static_cast<char>(byte());
        while (bytes.endsWith('\0'))
            bytes.chop(1);
        return bytes;
    }
    /// A reference, resolved against the object that it stands in.
    quint64 handle(quint64 own = 0)
    {
        const unsigned code = bits(4);
        const unsigned count = bits(4);
        quint64 value = 0;
        for (unsigned i = 0; i < count; ++i)
            value = value << 8 | byte();
        switch (code) {
        case 6:
            return own + 1;
        case 8:
            return own - 1;
        case 10:
            return own + value;
        case 12:
            return own - value;
        default:
            return value;
        }
    }

private:
    static double doubleOf(const std::array<uchar, 8>& bytes)
    {
        quint64 whole = 0;
        for (size_t i = bytes.size(); i > 0; --i)
            whole = whole << 8 | bytes[i - 1];
        double value = 0;
        std::memcpy(&value, &whole, sizeof value);
        return value;
    }

    const uchar* m_data;
    qsizetype m_end, m_at = 0;
    bool m_bad = false;
};

/// A line that is being drawn: its vertices, each with the bulge of the edge after it.
struct Path
{
    std::vector<Place> places;
    std::vector<double> bulges; ///< the tangent of a quarter of the arc's angle
    bool closed = false;
};

constexpr double step = M_PI / 45; ///< 4°, as GDAL has for DXF

void addArc(std::vector<Place>& line, Place middle, double radius, double from, double sweep)
{
    const int pieces = std::max(1, static_cast<int>(std::ceil(std::abs(sweep) / step)));
    for (int i = 0; i <= pieces; ++i) {
        const double angle = from + sweep * i / pieces;
        line.push_back({middle.x + radius * std::cos(angle), middle.y + radius * std::sin(angle)});
    }
}

/// The vertices between the ends of an edge that bulges.
void addBulge(std::vector<Place>& line, Place from, Place to, double bulge)
{
    const double sweep = 4 * std::atan(bulge);
    const double chord = std::hypot(to.x - from.x, to.y - from.y);
    if (chord == 0 || bulge == 0 || !std::isfinite(bulge))
        return;
    // The middle lies left of the chord for a small positive bulge.
    const double away = chord * (1 - bulge * bulge) / (4 * bulge);
    const Place middle{(from.x + to.x) / 2 - (to.y - from.y) / chord * away,
                       (from.y + to.y) / 2 + (to.x - from.x) / chord * away};
    const double radius = std::hypot(from.x - middle.x, from.y - middle.y);
    const double begin = std::atan2(from.y - middle.y, from.x - middle.x);
    std::vector<Place> arc;
    addArc(arc, middle, radius, begin, sweep);
    line.insert(line.end(), arc.cbegin() + 1, arc.cend() - 1);
}

std::vector<Place> drawn(const Path& path)
{
    std::vector<Place> line;
    const size_t count = path.places.size();
    for (size_t i = 0; i < count; ++i) {
        line.push_back(path.places[i]);
        const bool isLast = i + 1 == count;
        if (isLast && !path.closed)
            break;
        const double bulge = i < path.bulges.size() ? path.bulges[i] : 0;
        addBulge(line, path.places[i], path.places[isLast ? 0 : i + 1], bulge);
    }
    if (path.closed && count > 0)
        line.push_back(path.places.front());
    return line;
}

/// What every entity says of itself before its own.
struct Entity
{
    unsigned type = 0;
    quint64 handle = 0;
    unsigned mode = 0; ///< 0 part of another, 1 paper, 2 model
    unsigned reactors = 0, lineType = 0, plotStyle = 0;
    bool noLinks = false;
    qsizetype handlesAt = 0; ///< bit at which references begin
    quint64 owner = 0, layer = 0;
};

class Drawing
{
public:
    Drawing(const QByteArray& bytes, QString name)
        : m_bytes(bytes)
        , m_name(std::move(name))
    {}

    Result<Dataset> read()
    {
        if (!readMap() || m_objects.isEmpty())
            return damaged();
        (void)readClasses(); // without it kinds have numbers
        for (auto object = m_objects.cbegin(); object != m_objects.cend(); ++object) {
            if (!readObject(object.value()))
                return damaged();
        }
        for (auto line = m_polylines.cbegin(); line != m_polylines.cend(); ++line) {
            if (line->layer != 0) // else vertices of one on paper, or of a block's
                put(line.key(), line->layer, "POLYLINE", drawn(line->path));
        }
        return dataset();
    }

private:
    struct Polyline
    {
        quint64 layer = 0;
        Path path;
    };
    struct Feature
    {
        quint64 handle, layer;
        const char* kind;
        std::vector<Place> line;
    };

    Error damaged() const
    {
        return {
            ErrorCode::Damaged,
            Text::tr("图纸“%1”已损坏或不完整；请在 CAD 软件中检查修复后另存为 DXF。").arg(m_name)};
    }

    quint32 longAt(qsizetype place) const
    {
        quint32 number = 0;
        for (int i = 0; place >= 0 && place + 4 <= m_bytes.size() && i < 4; ++i)
            number |= quint32(quint8(m_bytes.at(place + i))) << (8 * i);
        return number;
    }

    /// Where a section of the file begins; -1: it is not there.
    qsizetype section(unsigned number, quint32* size) const
    {
        constexpr qsizetype counted = 0x15, records = 0x19, length = 9;
        const quint32 count = longAt(counted);
        for (quint32 i = 0; i < std::min(count, 16u); ++i) {
            const qsizetype record = records + qsizetype(i) * length;
            if (record + length > m_bytes.size() || uchar(m_bytes[record]) != number)
                continue;
            const qsizetype begin = longAt(record + 1);
            *size = longAt(record + 5);
            return begin + qsizetype(*size) <= m_bytes.size() ? begin : -1;
        }
        return -1;
    }

    /// Numbers of seven bits a byte, the lowest first; signed ones have their sign in the last.
    std::optional<qint64> modular(qsizetype& at, qsizetype end, bool isSigned) const
    {
        quint64 value = 0;
        for (int shift = 0; at < end && shift < 56; shift += 7) {
            const uchar byte = uchar(m_bytes[at++]);
            if (byte & 0x80) {
                value |= quint64(byte & 0x7f) << shift;
                continue;
            }
            const bool negative = isSigned && (byte & 0x40);
            value |= quint64(byte & (isSigned ? 0x3f : 0x7f)) << shift;
            return negative ? -qint64(value) : qint64(value);
        }
        return {};
    }

    /// Which object is where.
    bool readMap()
    {
        quint32 size = 0;
        qsizetype at = section(2, &size);
        if (at < 0)
            return false;
        const qsizetype all = at + size;
        constexpr qsizetype empty = 2; // a part with nothing but its own length ends the map
        while (at + 2 <= all) {
            const qsizetype length = qFromBigEndian<quint16>(m_bytes.constData() + at);
            const qsizetype end = at + length;
            if (length <= empty)
                return true;
            if (end + 2 > all)
                return false;
            at += 2;
            qint64 handle = 0;
            qint64 place = 0;
            while (at < end) {
                const auto up = modular(at, end, false);
                const auto by = modular(at, end, true);
                if (!up || !by)
                    return false;
                handle += *up;
                place += *by;
                m_objects.insert(quint64(handle), place);
            }
            at = end + 2; // its checksum
        }
        return true;
    }

    bool readClasses()
    {
        quint32 size = 0;
        const qsizetype at = section(1, &size);
        constexpr qsizetype sentinel = 16, length = 4;
        if (at < 0 || size < 2 * sentinel + length)
            return false;
        const quint32 bytes = longAt(at + sentinel);
        if (bytes > size - 2 * sentinel - length)
            return false;
        Bits bits(m_bytes, at + sentinel + length, bytes);
        constexpr unsigned entities = 0x1f2;
        while (bits.place() + 64 < qsizetype(bytes) * 8 && !bits.isBad()) {
            const unsigned number = bits.bitShort();
            bits.bitShort();
            bits.text();
            bits.text();
            const QByteArray name = bits.text();
            bits.flag();
            if (bits.bitShort() == entities && !bits.isBad())
                m_classes.insert(number, QString::fromLatin1(name));
        }
        return true;
    }

    bool readObject(qint64 at)
    {
        // Its length in words of fifteen bits.
        qsizetype size = 0;
        for (int shift = 0;; shift += 15) {
            if (at < 0 || at + 2 > m_bytes.size() || shift > 30)
                return false;
            const auto word =
                static_cast<quint16>(quint8(m_bytes.at(at)) | quint8(m_bytes.at(at + 1)) << 8);
            at += 2;
            size |= qsizetype(word & 0x7fff) << shift;
            if (!(word & 0x8000))
                break;
        }
        if (at + size > m_bytes.size())
            return false;
        Bits bits(m_bytes, at, size);
        Entity entity;
        entity.type = bits.bitShort();
        entity.handlesAt = bits.rawLong();
        entity.handle = bits.handle();
        while (const unsigned extended = bits.bitShort()) { // what applications keep with it
            bits.handle();
            bits.skipBytes(extended);
            if (bits.isBad())
                return false;
        }
        if (entity.type == Layer) {
            bits.bitLong();
            m_layers.insert(entity.handle, bits.text());
            return !bits.isBad();
        }
        const bool isEntity = (entity.type < FirstClass && kindOf(entity.type) != nullptr) ||
                              m_classes.contains(entity.type);
        if (!isEntity)
            return true;
        return readEntity(bits, entity);
    }

    bool readEntity(Bits& bits, Entity& entity)
    {
        if (bits.flag())
            bits.skipBytes(bits.rawLong());
        entity.mode = bits.bits(2);
        entity.reactors = bits.bitLong();
        entity.noLinks = bits.flag();
        bits.bitShort(); // colour
        bits.bitDouble();
        entity.lineType = bits.bits(2);
        entity.plotStyle = bits.bits(2);
        bits.bitShort(); // invisible
        bits.byte();     // line weight
        const qsizetype own = bits.place();
        if (bits.isBad() || !readReferences(bits, entity))
            return false;
        bits.seek(own);
        constexpr unsigned model = 2, part = 0;
        const bool isVertex = entity.type == Vertex2d || entity.type == Vertex3d;
        if (isVertex && entity.mode == part)
            return readVertex(bits, entity);
        if (entity.mode != model)
            return true;
        return readShape(bits, entity);
    }

    bool readReferences(Bits& bits, Entity& entity) const
    {
        bits.seek(entity.handlesAt);
        if (entity.mode == 0)
            entity.owner = bits.handle(entity.handle);
        if (entity.reactors > 100'000)
            return false;
        for (unsigned i = 0; i <= entity.reactors; ++i) // and what extends it
            bits.handle(entity.handle);
        if (!entity.noLinks) {
            bits.handle(entity.handle);
            bits.handle(entity.handle);
        }
        entity.layer = bits.handle(entity.handle);
        return !bits.isBad();
    }

    bool readVertex(Bits& bits, const Entity& entity)
    {
        const unsigned flags = bits.byte();
        const Place place = bits.bitPlace3();
        double bulge = 0;
        if (entity.type == Vertex2d) {
            if (bits.bitDouble() >= 0)
                bits.bitDouble();
            bulge = bits.bitDouble();
        }
        constexpr unsigned controlPoint = 16;
        if (!bits.isBad() && !(flags & controlPoint)) {
            Path& path = m_polylines[entity.owner].path;
            path.places.push_back(place);
            path.bulges.push_back(bulge);
        }
        return !bits.isBad();
    }

    bool readShape(Bits& bits, const Entity& entity)
    {
        std::vector<Place> line;
        bool mirrored = false;
        switch (entity.type) {
        case Line: {
            const bool flat = bits.flag();
            Place from, to;
            from.x = bits.rawDouble();
            to.x = bits.doubleLike(from.x);
            from.y = bits.rawDouble();
            to.y = bits.doubleLike(from.y);
            if (!flat)
                bits.doubleLike(bits.rawDouble());
            line = {from, to};
            break;
        }
        case Point:
            line = {bits.bitPlace3()};
            break;
        case Circle:
        case Arc: {
            const Place middle = bits.bitPlace3();
            const double radius = bits.bitDouble();
            bits.thickness();
            mirrored = bits.isMirrored();
            double from = 0;
            double sweep = 2 * M_PI;
            if (entity.type == Arc) {
                from = bits.bitDouble();
                sweep = bits.bitDouble() - from;
                if (sweep <= 0)
                    sweep += 2 * M_PI;
            }
            if (!std::isfinite(from) || !(sweep <= 4 * M_PI))
                return false;
            addArc(line, middle, radius, from, sweep);
            if (entity.type == Circle)
                line.back() = line.front();
            break;
        }
        case Ellipse: {
            const Place middle = bits.bitPlace3();
            const Place axis = bits.bitPlace3();
            for (int i = 0; i < 3; ++i)
                bits.bitDouble(); // the plane; its axis says which way
            const double ratio = bits.bitDouble();
            const double from = bits.bitDouble();
            double sweep = bits.bitDouble() - from;
            if (sweep <= 0)
                sweep += 2 * M_PI;
            if (!std::isfinite(from) || !(sweep <= 4 * M_PI))
                return false;
            std::vector<Place> unit;
            addArc(unit, {}, 1, from, sweep);
            for (const Place& p : unit)
                line.push_back({middle.x + p.x * axis.x - p.y * ratio * axis.y,
                                middle.y + p.x * axis.y + p.y * ratio * axis.x});
            if (std::abs(sweep - 2 * M_PI) < 1e-9)
                line.back() = line.front();
            break;
        }
        case Lwpolyline: {
            Path path;
            if (!readLightPath(bits, path, mirrored))
                return false;
            line = drawn(path);
            break;
        }
        case Polyline2d:
        case Polyline3d: {
            Polyline& polyline = m_polylines[entity.handle];
            polyline.layer = entity.layer;
            constexpr unsigned closed = 1;
            if (entity.type == Polyline3d)
                bits.byte();
            const unsigned flags = entity.type == Polyline3d ? bits.byte() : bits.bitShort();
            polyline.path.closed = (flags & closed) != 0;
            return !bits.isBad();
        }
        default:
            leaveOut(entity.type);
            return true;
        }
        if (bits.isBad() || bits.place() > entity.handlesAt)
            return false;
        if (mirrored) {
            for (Place& place : line)
                place.x = -place.x;
        }
        put(entity.handle, entity.layer, kindOf(entity.type), std::move(line));
        return true;
    }

    static bool readLightPath(Bits& bits, Path& path, bool& mirrored)
    {
        enum Flag {
            HasNormal = 1,
            HasThickness = 2,
            HasWidth = 4,
            HasElevation = 8,
            HasBulges = 16,
            HasWidths = 32,
            Closed = 512
        };
        const unsigned flags = bits.bitShort();
        if (flags & HasWidth)
            bits.bitDouble();
        if (flags & HasElevation)
            bits.bitDouble();
        if (flags & HasThickness)
            bits.bitDouble();
        if (flags & HasNormal) {
            bits.bitDouble();
            bits.bitDouble();
            mirrored = bits.bitDouble() < 0;
        }
        const unsigned count = bits.bitLong();
        const unsigned bulges = flags & HasBulges ? bits.bitLong() : 0;
        if (flags & HasWidths)
            bits.bitLong();
        path.closed = (flags & Closed) != 0;
        Place place;
        for (unsigned i = 0; i < count && !bits.isBad(); ++i) {
            place.x = i == 0 ? bits.rawDouble() : bits.doubleLike(place.x);
            place.y = i == 0 ? bits.rawDouble() : bits.doubleLike(place.y);
            path.places.push_back(place);
        }
        for (unsigned i = 0; i < bulges && !bits.isBad(); ++i)
            path.bulges.push_back(bits.bitDouble());
        return !bits.isBad();
    }

    /// DXF's names; nullptr: no entity, or none of the model's own.
    static const char* kindOf(unsigned type)
    {
        static constexpr std::array<const char*, 79> names = [] {
            std::array<const char*, 79> all{};
            all[1] = "TEXT", all[2] = "ATTRIB", all[3] = "ATTDEF";
            all[6] = "SEQEND", all[7] = "INSERT", all[8] = "MINSERT", all[10] = "VERTEX",
            all[11] = "VERTEX", all[12] = "VERTEX", all[13] = "VERTEX", all[14] = "VERTEX",
            all[15] = "POLYLINE", all[16] = "POLYLINE", all[17] = "ARC", all[18] = "CIRCLE",
            all[19] = "LINE";
            for (size_t i = 20; i <= 26; ++i)
                all[i] = "DIMENSION";
            all[27] = "POINT", all[28] = "3DFACE", all[29] = "POLYLINE_PFACE",
            all[30] = "POLYLINE_MESH", all[31] = "SOLID", all[32] = "TRACE", all[33] = "SHAPE",
            all[34] = "VIEWPORT", all[35] = "ELLIPSE", all[36] = "SPLINE", all[37] = "REGION",
            all[38] = "3DSOLID", all[39] = "BODY", all[40] = "RAY", all[41] = "XLINE",
            all[44] = "MTEXT", all[45] = "LEADER", all[46] = "TOLERANCE", all[47] = "MLINE",
            all[77] = "LWPOLYLINE", all[78] = "HATCH";
            return all;
        }();
        return type < names.size() ? names[type] : nullptr;
    }

    void leaveOut(unsigned type)
    {
        const char* const known = kindOf(type);
        const QString kind = known ? QString::fromLatin1(known) : m_classes.value(type);
        static const QStringList written{u"TEXT"_s,   u"MTEXT"_s,  u"ATTDEF"_s,  u"ATTRIB"_s,
                                         u"SEQEND"_s, u"VERTEX"_s, u"VIEWPORT"_s};
        if (!written.contains(kind))
            ++m_leftOut[kind];
    }

    void put(quint64 handle, quint64 layer, const char* kind, std::vector<Place> line)
    {
        if (!line.empty())
            m_features.push_back({handle, layer, kind, std::move(line)});
    }

    QString layerName(quint64 handle) const
    {
        const QByteArray name = m_layers.value(handle);
        const auto decoded = office::decodeText(name);
        return decoded ? decoded->text : QString::fromLatin1(name);
    }

    Result<Dataset> dataset() const
    {
        registerDrivers();
        const ErrorCollector errors;
        GDALDriverH memory = GDALGetDriverByName("Memory");
        Dataset made(memory ? GDALCreate(memory, "", 0, 0, 0, GDT_Unknown, nullptr) : nullptr);
        OGRLayerH layer =
            made ? GDALDatasetCreateLayer(made.get(), "entities", nullptr, wkbUnknown, nullptr)
                 : nullptr;
        if (!layer)
            return errors.toError(ErrorCode::Internal,
                                  Text::tr("图纸“%1”读不进内存。").arg(m_name));
        for (const char* name : {"Layer", "Kind", "EntityHandle"}) {
            OGRFieldDefnH field = OGR_Fld_Create(name, OFTString);
            (void)OGR_L_CreateField(layer, field, 1);
            OGR_Fld_Destroy(field);
        }
        for (const Feature& feature : m_features) {
            const gdal::Feature row(OGR_F_Create(OGR_L_GetLayerDefn(layer)));
            OGR_F_SetFieldString(row.get(), 0, layerName(feature.layer).toUtf8().constData());
            OGR_F_SetFieldString(row.get(), 1, feature.kind);
            OGR_F_SetFieldString(row.get(), 2,
                                 QByteArray::number(feature.handle, 16).toUpper().constData());
            OGRGeometryH shape =
                OGR_G_CreateGeometry(feature.line.size() == 1 ? wkbPoint : wkbLineString);
            for (const Place& place : feature.line)
                OGR_G_AddPoint_2D(shape, place.x, place.y);
            OGR_F_SetGeometryDirectly(row.get(), shape);
            if (OGR_L_CreateFeature(layer, row.get()) != OGRERR_NONE)
                return damaged();
        }
        QStringList leftOut;
        for (auto kind = m_leftOut.cbegin(); kind != m_leftOut.cend(); ++kind)
            leftOut << u"%1 %2"_s.arg(kind.key()).arg(kind.value());
        (void)GDALSetMetadataItem(made.get(), "LEFT_OUT", leftOut.join(u'、').toUtf8().constData(),
                                  nullptr);
        return made;
    }

    const QByteArray& m_bytes;
    QString m_name;
    QMap<quint64, qint64> m_objects; ///< handle → place in the file
    QHash<unsigned, QString> m_classes;
    QHash<quint64, QByteArray> m_layers;
    QMap<quint64, Polyline> m_polylines;
    std::vector<Feature> m_features;
    QMap<QString, int> m_leftOut;
};

} // namespace

bool isDwgFile(const QString& path)
{
    return path.endsWith(u".dwg", Qt::CaseInsensitive);
}

QString dwgVersion(const QByteArray& head)
{
    constexpr qsizetype length = 6;
    const QByteArray code = head.first(std::min(length, head.size()));
    if (code.size() < length || !code.startsWith("AC"))
        return {};
    for (const Version& version : versions) {
        if (code == version.code)
            return Text::tr("%1（%2）")
                .arg(QLatin1StringView(version.code), QLatin1StringView(version.product));
    }
    return QString::fromLatin1(code);
}

Result<Dataset> openDwg(const QByteArray& bytes, const QString& name)
{
    const QString version = dwgVersion(bytes);
    if (version.isEmpty())
        return Error(
            ErrorCode::Damaged,
            Text::tr("“%1”不是 DWG 图纸，或已损坏；请在 CAD 软件中另存为 DXF。").arg(name));
    if (!bytes.startsWith(readable))
        return Error(
            ErrorCode::Unsupported,
            Text::tr("图纸“%1”的版本是 %2，读不了；请在 CAD 软件中另存为 AutoCAD 2000 的 DWG "
                     "或 DXF。")
                .arg(name, version));
    return Drawing(bytes, name).read();
}

Result<Dataset> openDwg(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    const ErrorCollector errors;
    GByte* read = nullptr;
    vsi_l_offset size = 0;
    if (!VSIIngestFile(nullptr, path.toUtf8().constData(), &read, &size,
                       static_cast<GIntBig>(office::Limits().entryBytes)))
        return errors.toError(
            ErrorCode::Io,
            Text::tr("图纸“%1”读不了，或大得不能读；请检查文件的权限，或另存为 DXF。").arg(name));
    const QByteArray bytes(reinterpret_cast<const char*>(read), static_cast<qsizetype>(size));
    VSIFree(read);
    return openDwg(bytes, name);
}

} // namespace checkup::gdal
