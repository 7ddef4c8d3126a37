#include "core/report/pdf_finish.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QTimeZone>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <set>
#include <vector>

namespace checkup::report {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

/// The radicals' supplement has no compatibility mappings for these; pairs of radical and
/// ideograph.
constexpr QStringView supplement =
    u"⺁厂⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日"
    u"⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬"
    u"⺤爫⺥爫⺦丬⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳罓⺵𦉫⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼月"
    u"⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西"
    u"⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风"
    u"⻜飞⻝食⻞食⻟飠⻠饣"
    u"⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";

QHash<char16_t, char16_t> readSupplement()
{
    QHash<char16_t, char16_t> table;
    qsizetype i = 0;
    while (i + 1 < supplement.size()) {
        const bool isPair = supplement[i + 1].isHighSurrogate();
        if (!isPair)
            table.insert(supplement[i].unicode(), supplement[i + 1].unicode());
        i += isPair ? 3 : 2;
    }
    return table;
}

QPDFObjectHandle textString(const QString& text)
{
    return QPDFObjectHandle::newUnicodeString(text.toStdString());
}

QPDFObjectHandle name(const char* text)
{
    return QPDFObjectHandle::newName(text);
}

QPDFObjectHandle destination(const QPDFObjectHandle& page, double topTwips)
{
    QPDFObjectHandle array = QPDFObjectHandle::newArray();
    array.appendItem(page);
    array.appendItem(name("/XYZ"));
    array.appendItem(QPDFObjectHandle::newNull());
    array.appendItem(
        QPDFObjectHandle::newReal((PageLayout::pageSize.height() - topTwips) / 20 + 6, 2));
    array.appendItem(QPDFObjectHandle::newNull());
    return array;
}

/// Replaces radicals in the targets of a ToUnicode table; the sources are glyph numbers.
QByteArray withIdeographs(const QByteArray& table)
{
    static const QRegularExpression target(u"<([0-9A-Fa-f]{4})>"_s);
    QByteArray out;
    bool isInside = false;
    for (const QByteArray& line : table.split('\n')) {
        QByteArray written = line;
        if (line.contains("beginbfchar") || line.contains("beginbfrange"))
            isInside = true;
        else if (line.contains("endbfchar") || line.contains("endbfrange"))
            isInside = false;
        else if (isInside) {
            // The last <> of the line, or every one of a [] list, is text.
            const QString text = QString::fromLatin1(line);
            const qsizetype bracket = text.indexOf(u'[');
            qsizetype from = bracket >= 0 ? bracket : text.lastIndexOf(u'<');
            QString changed = text;
            for (auto it = target.globalMatch(text, std::max<qsizetype>(from, 0)); it.hasNext();) {
                const QRegularExpressionMatch match = it.next();
                const auto code = static_cast<char16_t>(match.captured(1).toUShort(nullptr, 16));
                changed.replace(
                    match.capturedStart(1), 4,
                    QString::number(ushort(unifiedIdeograph(code)), 16).rightJustified(4, u'0'));
            }
            written = changed.toLatin1();
        }
        out += written + '\n';
    }
    out.chop(1);
    return out;
}

void correctFonts(QPDF& pdf)
{
    std::set<QPDFObjGen> seen;
    int number = 0;
    for (QPDFObjectHandle& object : pdf.getAllObjects()) {
        if (!object.isDictionary() || !object.getKey("/Type").isNameAndEquals("/Font") ||
            !object.getKey("/ToUnicode").isStream())
            continue;
        QPDFObjectHandle table = object.getKey("/ToUnicode");
        if (seen.insert(table.getObjGen()).second) {
            const std::shared_ptr<Buffer> data = table.getStreamData();
            const QByteArray changed =
                withIdeographs(QByteArray(reinterpret_cast<const char*>(data->getBuffer()),
                                          static_cast<qsizetype>(data->getSize())));
            table.replaceStreamData(changed.toStdString(), QPDFObjectHandle::newNull(),
                                    QPDFObjectHandle::newNull());
        }
        // Qt embeds subsets without saying so everywhere: the standard's mark is six letters before
        // the name.
        std::string tag = "/AAAAAA+";
        int rest = number++;
        for (std::size_t i = 6; i > 0 && rest > 0; --i, rest /= 26)
            tag[i] = static_cast<char>('A' + rest % 26);
        const auto rename = [&tag](QPDFObjectHandle dictionary, const char* key) {
            if (!dictionary.isDictionary() || !dictionary.getKey(key).isName())
                return;
            // Qt marks some of the names itself, after the numbers it gave the objects.
            std::string own = dictionary.getKey(key).getName().substr(1);
            if (own.size() > 7 && own[6] == '+')
                own.erase(0, 7);
            dictionary.replaceKey(key, QPDFObjectHandle::newName(tag + own));
        };
        rename(object, "/BaseFont");
        QPDFObjectHandle descendants = object.getKey("/DescendantFonts");
        for (int i = 0; descendants.isArray() && i < descendants.getArrayNItems(); ++i) {
            rename(descendants.getArrayItem(i), "/BaseFont");
            rename(descendants.getArrayItem(i).getKey("/FontDescriptor"), "/FontName");
        }
    }
}

/// Bookmarks as a tree by level: each knows its parent, neighbours, first and last child.
struct Bookmark
{
    int level = 1;
    QString text;
    QPDFObjectHandle destination;
};

std::vector<Bookmark> bookmarksOf(const std::vector<QPDFObjectHandle>& pages,
                                  const QList<PageLayout::Entry>& entries)
{
    std::vector<Bookmark> bookmarks;
    for (const PageLayout::Entry& entry : entries)
        bookmarks.push_back({entry.level, entry.text,
                             destination(pages[static_cast<std::size_t>(entry.page)], entry.top)});
    return bookmarks;
}

/// One for each page, showing all of it.
std::vector<Bookmark> bookmarksOf(const std::vector<QPDFObjectHandle>& pages,
                                  const QStringList& titles)
{
    std::vector<Bookmark> bookmarks;
    for (std::size_t i = 0; i < pages.size() && static_cast<qsizetype>(i) < titles.size(); ++i) {
        QPDFObjectHandle whole = QPDFObjectHandle::newArray();
        whole.appendItem(pages[i]);
        whole.appendItem(name("/Fit"));
        bookmarks.push_back({1, titles[static_cast<qsizetype>(i)], whole});
    }
    return bookmarks;
}

void addOutline(QPDF& pdf, const std::vector<Bookmark>& entries)
{
    if (entries.empty())
        return;
    QPDFObjectHandle root = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
    root.replaceKey("/Type", name("/Outlines"));
    std::vector<std::pair<int, QPDFObjectHandle>> open{{0, root}};
    int top = 0;
    for (const Bookmark& entry : entries) {
        while (open.back().first >= entry.level)
            open.pop_back();
        QPDFObjectHandle parent = open.back().second;
        QPDFObjectHandle item = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        item.replaceKey("/Title", textString(entry.text));
        item.replaceKey("/Parent", parent);
        item.replaceKey("/Dest", entry.destination);
        if (parent.hasKey("/Last")) {
            QPDFObjectHandle before = parent.getKey("/Last");
            before.replaceKey("/Next", item);
            item.replaceKey("/Prev", before);
        } else {
            parent.replaceKey("/First", item);
        }
        parent.replaceKey("/Last", item);
        if (open.size() == 1) {
            ++top;
        } else {
            // Negative: closed when the file is opened; only chapters show.
            const long long count =
                parent.hasKey("/Count") ? parent.getKey("/Count").getIntValue() : 0;
            parent.replaceKey("/Count", QPDFObjectHandle::newInteger(count - 1));
        }
        open.emplace_back(entry.level, item);
    }
    root.replaceKey("/Count", QPDFObjectHandle::newInteger(top));
    pdf.getRoot().replaceKey("/Outlines", root);
    pdf.getRoot().replaceKey("/PageMode", name("/UseOutlines"));
}

void addLinks(QPDF& pdf, const std::vector<QPDFObjectHandle>& pages, const PageLayout& layout)
{
    const double height = PageLayout::pageSize.height();
    for (const PageLayout::Link& link : layout.links()) {
        const PageLayout::Entry& entry = layout.entries()[link.entry];
        QPDFObjectHandle note = QPDFObjectHandle::newDictionary();
        note.replaceKey("/Type", name("/Annot"));
        note.replaceKey("/Subtype", name("/Link"));
        note.replaceKey("/Rect", QPDFObjectHandle::newFromRectangle(QPDFObjectHandle::Rectangle(
                                     link.area.left() / 20, (height - link.area.bottom()) / 20,
                                     link.area.right() / 20, (height - link.area.top()) / 20)));
        note.replaceKey("/Border", QPDFObjectHandle::parse("[0 0 0]"));
        note.replaceKey("/Dest",
                        destination(pages[static_cast<std::size_t>(entry.page)], entry.top));
        QPDFObjectHandle page = pages[static_cast<std::size_t>(link.page)];
        if (!page.getKey("/Annots").isArray())
            page.replaceKey("/Annots", QPDFObjectHandle::newArray());
        page.getKey("/Annots").appendItem(pdf.makeIndirectObject(note));
    }
}

void addLabels(QPDF& pdf, const PageLayout& layout)
{
    QPDFObjectHandle numbers = QPDFObjectHandle::newArray();
    const auto add = [&numbers](int from, const char* label) {
        numbers.appendItem(QPDFObjectHandle::newInteger(from));
        numbers.appendItem(QPDFObjectHandle::parse(label));
    };
    numbers.appendItem(QPDFObjectHandle::newInteger(0));
    QPDFObjectHandle cover = QPDFObjectHandle::newDictionary();
    cover.replaceKey("/P", textString(u"封面"_s));
    numbers.appendItem(cover);
    if (layout.contentsPageCount() > 0)
        add(1, "<< /S /R >>");
    add(1 + layout.contentsPageCount(), "<< /S /D >>");
    QPDFObjectHandle labels = QPDFObjectHandle::newDictionary();
    labels.replaceKey("/Nums", numbers);
    pdf.getRoot().replaceKey("/PageLabels", labels);
}

void setProperties(QPDF& pdf, const Document& document)
{
    QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
    QString metadata =
        u"<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
        "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">"_s;
    info.replaceKey("/Title", textString(document.title));
    metadata +=
        u"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%1</rdf:li></rdf:Alt></dc:title>"_s.arg(
            document.title.toHtmlEscaped());
    if (!document.author.isEmpty()) {
        info.replaceKey("/Author", textString(document.author));
        metadata += u"<dc:creator><rdf:Seq><rdf:li>%1</rdf:li></rdf:Seq></dc:creator>"_s.arg(
            document.author.toHtmlEscaped());
    }
    info.replaceKey("/Creator", textString(u"CityCheckup"_s));
    if (document.modified.isValid()) {
        const QDateTime time = document.modified.toUTC();
        const QString pdfTime = u"D:"_s + time.toString(u"yyyyMMddHHmmss"_s) + u"Z"_s;
        info.replaceKey("/CreationDate", QPDFObjectHandle::newString(pdfTime.toStdString()));
        info.replaceKey("/ModDate", QPDFObjectHandle::newString(pdfTime.toStdString()));
        const QString isoTime = time.toString(u"yyyy-MM-ddTHH:mm:ss"_s) + u"Z"_s;
        metadata += u"<xmp:CreateDate>%1</xmp:CreateDate><xmp:ModifyDate>%1</xmp:ModifyDate>"_s.arg(
            isoTime);
    }
    metadata +=
        u"<xmp:CreatorTool>CityCheckup</xmp:CreatorTool></rdf:Description></rdf:RDF></x:xmpmeta>"
        "<?xpacket end=\"w\"?>"_s;
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
    // Qt 6.8 writes a random identifier, of which libqpdf would keep the first half.
    pdf.getTrailer().removeKey("/ID");
    QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf, metadata.toStdString());
    stream.getDict().replaceKey("/Type", name("/Metadata"));
    stream.getDict().replaceKey("/Subtype", name("/XML"));
    pdf.getRoot().replaceKey("/Metadata", stream);
    pdf.getRoot().replaceKey("/Lang", QPDFObjectHandle::newString("zh-CN"));
    pdf.getRoot().replaceKey("/ViewerPreferences",
                             QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
}

QByteArray bytesOf(QPDFWriter& writer)
{
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char*>(buffer->getBuffer()),
                      static_cast<qsizetype>(buffer->getSize()));
}

/// The same file with its objects numbered in the order in which the pages lead to them. Qt numbers
/// the parts of fonts as they come out of a hash, which is another order in every process.
QByteArray renumbered(const QByteArray& raw)
{
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("report", raw.constData(), static_cast<std::size_t>(raw.size()));
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.write();
    return bytesOf(writer);
}

} // namespace

char16_t unifiedIdeograph(char16_t character)
{
    static const QHash<char16_t, char16_t> table = readSupplement();
    if (character >= 0x2f00 && character <= 0x2fd5) {
        const QString unified = QString(QChar(character)).normalized(QString::NormalizationForm_KC);
        return unified.size() == 1 ? unified.front().unicode() : character;
    }
    return table.value(character, character);
}

static Result<QByteArray> finish(const QByteArray& raw, const Document& document,
                                 const PageLayout* layout, const QStringList& titles)
{
    try {
        const QByteArray ordered = renumbered(raw);
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("report", ordered.constData(),
                              static_cast<std::size_t>(ordered.size()));
        std::vector<QPDFObjectHandle> pages;
        for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages())
            pages.push_back(page.getObjectHandle());
        if (layout && static_cast<int>(pages.size()) != layout->pageCount())
            return Error(ErrorCode::Internal, Text::tr("生成的 PDF 页数不对,请重新导出"));
        correctFonts(pdf);
        if (layout) {
            addOutline(pdf, bookmarksOf(pages, layout->entries()));
            addLinks(pdf, pages, *layout);
            addLabels(pdf, *layout);
        } else {
            addOutline(pdf, bookmarksOf(pages, titles));
        }
        setProperties(pdf, document);
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.write();
        return bytesOf(writer);
    } catch (const std::exception& failure) {
        return Error(ErrorCode::Internal, Text::tr("整理 PDF 时出错,请重新导出"),
                     QString::fromUtf8(failure.what()));
    }
}

Result<QByteArray> finishPdf(const QByteArray& raw, const Document& document,
                             const PageLayout& layout)
{
    return finish(raw, document, &layout, {});
}

Result<QByteArray> finishPdf(const QByteArray& raw, const Document& document,
                             const QStringList& titles)
{
    return finish(raw, document, nullptr, titles);
}

} // namespace checkup::report
