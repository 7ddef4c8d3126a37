#include "core/report/docx_package.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <cstring>
#include <sstream>
#include <vector>

// A static library's resources are registered by a call, which must stand outside any namespace.
static void registerTemplates()
{
    Q_INIT_RESOURCE(report_templates);
}

namespace checkup::report {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

constexpr unsigned parseFlags =
    pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_declaration;
constexpr const char* wordNamespace =
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

const QString documentPart = u"word/document.xml"_s;
const QString stylesPart = u"word/styles.xml"_s;
const QString relationsPart = u"word/_rels/document.xml.rels"_s;
const QString typesPart = u"[Content_Types].xml"_s;
const QString propertiesPart = u"docProps/core.xml"_s;

Result<std::unique_ptr<pugi::xml_document>> parsePart(const QList<office::ZipEntry>& parts,
                                                      const QString& name, const QString& file)
{
    const auto part = std::find_if(parts.begin(), parts.end(),
                                   [&](const auto& entry) { return entry.name == name; });
    if (part == parts.end()) {
        return Error(
            ErrorCode::Unsupported,
            Text::tr("模板“%1”不是 Word 文档(缺少 %2),请用 Word 或 WPS 另存为 .docx 后再选")
                .arg(file, name));
    }
    auto xml = std::make_unique<pugi::xml_document>();
    const pugi::xml_parse_result parsed = xml->load_buffer(
        part->bytes.constData(), static_cast<std::size_t>(part->bytes.size()), parseFlags);
    if (!parsed) {
        return Error(
            ErrorCode::Damaged,
            Text::tr("模板“%1”的 %2 已损坏,请用 Word 或 WPS 打开并另存后再选").arg(file, name),
            QString::fromUtf8(parsed.description()));
    }
    return xml;
}

QByteArray saved(const pugi::xml_document& xml)
{
    std::ostringstream out;
    xml.save(out, "", pugi::format_raw, pugi::encoding_utf8);
    return QByteArray::fromStdString(out.str());
}

QString value(pugi::xml_node node, const char* attribute)
{
    return QString::fromUtf8(node.attribute(attribute).value());
}

/// The paragraph's own text nodes, without those of text boxes inside it.
void collectTexts(pugi::xml_node node, std::vector<pugi::xml_node>& texts)
{
    for (const pugi::xml_node& child : node.children()) {
        if (std::strcmp(child.name(), "w:t") == 0)
            texts.push_back(child);
        else if (std::strcmp(child.name(), "w:p") != 0)
            collectTexts(child, texts);
    }
}

QString textOf(const std::vector<pugi::xml_node>& texts)
{
    QString all;
    for (const pugi::xml_node& text : texts)
        all += QString::fromUtf8(text.text().get());
    return all;
}

const QRegularExpression& placeholder()
{
    static const QRegularExpression pattern(
        u"\\{\\{\\s*(title|subtitle|cover|stamp|contents|body|header)\\s*\\}\\}"_s);
    return pattern;
}

/// Puts `text` in place of `length` characters, which may lie in several runs: it takes the
/// formatting of the first; the others keep what else they hold.
void replaceAcross(const std::vector<pugi::xml_node>& texts, qsizetype start, qsizetype length,
                   const QString& text)
{
    qsizetype from = 0;
    bool isPlaced = false;
    for (pugi::xml_node node : texts) {
        const QString own = QString::fromUtf8(node.text().get());
        const qsizetype to = from + own.size();
        const qsizetype first = std::max(start, from);
        const qsizetype last = std::min(start + length, to);
        if (first < last) {
            const QString changed =
                own.left(first - from) + (isPlaced ? QString() : text) + own.mid(last - from);
            node.text().set(xmlText(changed).constData());
            node.remove_attribute("xml:space");
            node.append_attribute("xml:space") = "preserve";
            isPlaced = true;
        }
        from = to;
    }
}

std::vector<pugi::xml_node> paragraphsOf(pugi::xml_node root)
{
    std::vector<pugi::xml_node> paragraphs;
    for (const pugi::xpath_node& found : root.select_nodes(".//w:p"))
        paragraphs.push_back(found.node());
    return paragraphs;
}

void fillParagraph(pugi::xml_node paragraph, const QMap<QString, QStringList>& values)
{
    std::vector<pugi::xml_node> texts;
    collectTexts(paragraph, texts);
    qsizetype from = 0;
    for (;;) {
        const QString text = textOf(texts);
        const QRegularExpressionMatch match = placeholder().match(text, from);
        if (!match.hasMatch())
            return;
        if (!values.contains(match.captured(1))) {
            from = match.capturedEnd();
            continue;
        }
        const QStringList lines = values.value(match.captured(1));
        const bool isAlone = text.trimmed() == match.captured();
        if (isAlone && lines.join(QString()).isEmpty()) {
            DocxPackage::removeBlock(paragraph);
            return;
        }
        // All but the last line get a copy of the paragraph each, made while the placeholder
        // stands.
        for (qsizetype i = 0; isAlone && i + 1 < lines.size(); ++i) {
            pugi::xml_node copy = paragraph.parent().insert_copy_before(paragraph, paragraph);
            copy.child("w:pPr").remove_child("w:sectPr");
            std::vector<pugi::xml_node> copied;
            collectTexts(copy, copied);
            replaceAcross(copied, match.capturedStart(), match.capturedLength(), lines[i]);
        }
        const QString last = isAlone ? lines.last() : lines.join(u'　');
        replaceAcross(texts, match.capturedStart(), match.capturedLength(), last);
        from = match.capturedStart() + last.size();
    }
}

} // namespace

QByteArray xmlText(const QString& text)
{
    QString clean;
    clean.reserve(text.size());
    for (const QChar c : text) {
        if (c.unicode() >= 0x20 ? c.unicode() < 0xfffe : c == u'\t' || c == u'\n')
            clean += c;
    }
    return clean.toUtf8();
}

Result<DocxPackage> DocxPackage::open(const QString& path)
{
    registerTemplates();
    const QString file = path.isEmpty() ? u"annual_report.docx"_s : QFileInfo(path).fileName();
    Result<office::ZipReader> archive =
        office::ZipReader::open(path.isEmpty() ? u":/templates/annual_report.docx"_s : path);
    if (!archive)
        return archive.error().wrap(
            Text::tr("无法打开 Word 模板“%1”：%2").arg(file, archive.error().message()));
    DocxPackage package;
    for (const QString& name : archive->names()) {
        if (name.endsWith(u'/'))
            continue;
        Result<QByteArray> bytes = archive->read(name);
        if (!bytes)
            return bytes.error().wrap(
                Text::tr("无法读取 Word 模板“%1”：%2").arg(file, bytes.error().message()));
        package.m_parts << office::ZipEntry{name, *bytes};
    }
    for (const auto& [name, target] : {std::pair{documentPart, &package.m_document},
                                       {stylesPart, &package.m_styles},
                                       {relationsPart, &package.m_relations},
                                       {typesPart, &package.m_types}}) {
        Result<std::unique_ptr<pugi::xml_document>> parsed = parsePart(package.m_parts, name, file);
        if (!parsed)
            return parsed.error();
        *target = std::move(*parsed);
    }
    const pugi::xml_node root = package.document();
    if (std::strcmp(root.name(), "w:document") != 0 ||
        value(root, "xmlns:w") != QLatin1StringView(wordNamespace)) {
        return Error(ErrorCode::Unsupported,
                     Text::tr("模板“%1”是严格格式(Strict)的 Word 文档,请另存为普通的 .docx 后再选")
                         .arg(file));
    }
    static const QRegularExpression furniture(u"^word/(header|footer)\\d*\\.xml$"_s);
    for (const office::ZipEntry& part : std::as_const(package.m_parts)) {
        if (!furniture.match(part.name).hasMatch())
            continue;
        Result<std::unique_ptr<pugi::xml_document>> parsed =
            parsePart(package.m_parts, part.name, file);
        if (!parsed)
            return parsed.error();
        package.m_furniture.insert(part.name,
                                   std::shared_ptr<pugi::xml_document>(std::move(*parsed)));
    }
    // A template saved as .dotx becomes a document.
    for (pugi::xml_node part : package.m_types->document_element().children("Override")) {
        QString type = value(part, "ContentType");
        if (type.endsWith(u"wordprocessingml.template.main+xml"_s))
            part.attribute("ContentType") =
                type.replace(u".template."_s, u".document."_s).toUtf8().constData();
    }
    for (const pugi::xpath_node& found :
         root.select_nodes("//w:bookmarkStart/@w:id | //*[local-name()='docPr']/@id"))
        package.m_lastId = std::max(package.m_lastId, found.attribute().as_int());
    package.indexStyles();
    return package;
}

void DocxPackage::indexStyles()
{
    m_styleIds.clear();
    for (const pugi::xml_node& style : m_styles->document_element().children("w:style"))
        m_styleIds.insert(value(style.child("w:name"), "w:val").toLower(),
                          value(style, "w:styleId"));
}

pugi::xml_node DocxPackage::styleNode(const QString& id) const
{
    return m_styles->document_element().find_child_by_attribute("w:style", "w:styleId",
                                                                id.toUtf8().constData());
}

void DocxPackage::borrowStyles(const DocxPackage& other, const QStringList& names)
{
    for (const QString& name : names) {
        const pugi::xml_node theirs = other.styleNode(other.styleId(name));
        if (!styleId(name).isEmpty() || !theirs)
            continue;
        pugi::xml_node mine = m_styles->document_element().append_copy(theirs);
        QString id = value(theirs, "w:styleId");
        while (styleNode(id) && styleNode(id) != mine)
            id += u"x"_s;
        mine.attribute("w:styleId") = id.toUtf8().constData();
        // Relations between styles follow the names, since each template has its own ids.
        for (const char* relation : {"w:basedOn", "w:next", "w:link"}) {
            pugi::xml_node node = mine.child(relation);
            const QString target =
                value(other.styleNode(value(node, "w:val")).child("w:name"), "w:val");
            if (node && !styleId(target).isEmpty())
                node.attribute("w:val") = styleId(target).toUtf8().constData();
            else
                mine.remove_child(node);
        }
        // Numbers of lists belong to the other template.
        mine.child("w:pPr").remove_child("w:numPr");
        m_styleIds.insert(name.toLower(), id);
    }
}

QString DocxPackage::chineseFont(const QString& styleId) const
{
    const auto fontOf = [](const pugi::xml_node& holder, bool& isDecided) {
        const pugi::xml_node fonts = holder.child("w:rPr").child("w:rFonts");
        isDecided = fonts.attribute("w:eastAsia") || fonts.attribute("w:eastAsiaTheme");
        return fonts.attribute("w:eastAsiaTheme") ? QString() : value(fonts, "w:eastAsia");
    };
    bool isDecided = false;
    QString id = styleId;
    for (int depth = 0; depth < 20 && !id.isEmpty(); ++depth) {
        const pugi::xml_node style = styleNode(id);
        const QString font = fontOf(style, isDecided);
        if (isDecided)
            return font;
        id = value(style.child("w:basedOn"), "w:val");
    }
    return fontOf(m_styles->document_element().child("w:docDefaults").child("w:rPrDefault"),
                  isDecided);
}

void DocxPackage::fill(const QMap<QString, QStringList>& values)
{
    for (const pugi::xml_node& paragraph : paragraphsOf(document()))
        fillParagraph(paragraph, values);
    for (const auto& part : std::as_const(m_furniture)) {
        for (const pugi::xml_node& paragraph : paragraphsOf(part->document_element()))
            fillParagraph(paragraph, values);
    }
}

pugi::xml_node DocxPackage::findBlock(const QString& name)
{
    for (const pugi::xml_node& paragraph : paragraphsOf(document())) {
        std::vector<pugi::xml_node> texts;
        collectTexts(paragraph, texts);
        const QString text = textOf(texts);
        for (auto it = placeholder().globalMatch(text); it.hasNext();) {
            if (it.next().captured(1) == name)
                return paragraph;
        }
    }
    return {};
}

void DocxPackage::removeBlock(pugi::xml_node paragraph)
{
    pugi::xml_node parent = paragraph.parent();
    const pugi::xml_node properties = paragraph.child("w:pPr");
    int siblings = 0;
    for ([[maybe_unused]] const pugi::xml_node& other : parent.children("w:p"))
        ++siblings;
    // Cells, headers and footers need at least one paragraph.
    if (!properties.child("w:sectPr") &&
        (siblings > 1 || std::strcmp(parent.name(), "w:body") == 0)) {
        parent.remove_child(paragraph);
        return;
    }
    for (pugi::xml_node child = paragraph.first_child(); child;) {
        const pugi::xml_node next = child.next_sibling();
        if (child != properties)
            paragraph.remove_child(child);
        child = next;
    }
    paragraph.child("w:pPr").remove_child("w:pBdr");
    if (!properties.child("w:sectPr")) {
        // The line that a header's style draws below its text would stay alone.
        pugi::xml_node all = paragraph.child("w:pPr");
        if (!all)
            all = paragraph.prepend_child("w:pPr");
        all.remove_child("w:pStyle");
    }
}

QString DocxPackage::addPicture(const QByteArray& png)
{
    ++m_pictures;
    const QString id = u"rIdCheckup%1"_s.arg(m_pictures);
    const QString file = u"media/checkup%1.png"_s.arg(m_pictures);
    m_parts << office::ZipEntry{u"word/"_s + file, png};
    pugi::xml_node relation = m_relations->document_element().append_child("Relationship");
    relation.append_attribute("Id") = id.toUtf8().constData();
    relation.append_attribute("Type") =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
    relation.append_attribute("Target") = file.toUtf8().constData();
    pugi::xml_node types = m_types->document_element();
    const auto isPng = [](const pugi::xml_node& node) {
        return value(node, "Extension").compare(u"png"_s, Qt::CaseInsensitive) == 0;
    };
    if (!types.find_child(isPng)) {
        pugi::xml_node type = types.prepend_child("Default");
        type.append_attribute("Extension") = "png";
        type.append_attribute("ContentType") = "image/png";
    }
    return id;
}

void DocxPackage::setProperties(const Document& document)
{
    auto xml = std::make_unique<pugi::xml_document>();
    pugi::xml_node declaration = xml->append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    declaration.append_attribute("standalone") = "yes";
    pugi::xml_node root = xml->append_child("cp:coreProperties");
    root.append_attribute("xmlns:cp") =
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    root.append_attribute("xmlns:dc") = "http://purl.org/dc/elements/1.1/";
    root.append_attribute("xmlns:dcterms") = "http://purl.org/dc/terms/";
    root.append_attribute("xmlns:xsi") = "http://www.w3.org/2001/XMLSchema-instance";
    root.append_child("dc:title").text().set(xmlText(document.title).constData());
    root.append_child("dc:creator").text().set(xmlText(document.author).constData());
    root.append_child("cp:lastModifiedBy").text().set(xmlText(document.author).constData());
    if (document.modified.isValid()) {
        const QByteArray time =
            document.modified.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss"_s).toLatin1() + 'Z';
        for (const char* name : {"dcterms:created", "dcterms:modified"}) {
            pugi::xml_node node = root.append_child(name);
            node.append_attribute("xsi:type") = "dcterms:W3CDTF";
            node.text().set(time.constData());
        }
    }
    m_properties = std::move(xml);
}

QList<office::ZipEntry> DocxPackage::entries() const
{
    QList<office::ZipEntry> entries = m_parts;
    for (office::ZipEntry& entry : entries) {
        if (entry.name == documentPart)
            entry.bytes = saved(*m_document);
        else if (entry.name == stylesPart)
            entry.bytes = saved(*m_styles);
        else if (entry.name == relationsPart)
            entry.bytes = saved(*m_relations);
        else if (entry.name == typesPart)
            entry.bytes = saved(*m_types);
        else if (entry.name == propertiesPart && m_properties)
            entry.bytes = saved(*m_properties);
        else if (m_furniture.contains(entry.name))
            entry.bytes = saved(*m_furniture[entry.name]);
    }
    return entries;
}

} // namespace checkup::report
