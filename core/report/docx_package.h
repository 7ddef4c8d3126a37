#pragma once

#include "core/base/result.h"
#include "core/office/zip.h"
#include "core/report/document.h"

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QString>
#include <QStringList>

#include <pugixml.hpp>

#include <memory>

namespace checkup::report {

/// A .docx opened as a template, to be filled and written as another file. Parts that nobody
/// touches go through byte by byte.
class DocxPackage
{
public:
    /// An empty path opens the built-in template. Errors: those of the archive; Unsupported when
    /// the file is no Word document or one in the strict format; Damaged names the part.
    static Result<DocxPackage> open(const QString& path);

    pugi::xml_node document() { return m_document->document_element(); }

    /// The id of the style with this name ("heading 1", "体检表格"), whatever language named the
    /// ids; empty when the template has none.
    QString styleId(const QString& name) const { return m_styleIds.value(name.toLower()); }
    /// Takes over from `other` those of the named styles that this template lacks.
    void borrowStyles(const DocxPackage& other, const QStringList& names);
    /// The Chinese font that a paragraph style ends up with; empty when the theme decides.
    QString chineseFont(const QString& styleId) const;

    /// Fills the placeholders in the text, header and footers. `values` are single texts, a list
    /// makes one paragraph an item; a paragraph that holds nothing else is removed when its value
    /// is empty.
    void fill(const QMap<QString, QStringList>& values);
    /// The paragraph of the text that holds {{name}}, which is to be replaced by paragraphs and
    /// tables.
    pugi::xml_node findBlock(const QString& name);
    /// Removes such a paragraph, or only its text when it carries a section's page set-up.
    static void removeBlock(pugi::xml_node paragraph);

    /// Adds a picture and gives its relation's id.
    QString addPicture(const QByteArray& png);
    /// A number above all that the template uses for bookmarks and drawings.
    int freshId() { return ++m_lastId; }

    void setProperties(const Document& document);

    QList<office::ZipEntry> entries() const;

private:
    DocxPackage() = default;

    void indexStyles();
    pugi::xml_node styleNode(const QString& id) const;

    QList<office::ZipEntry> m_parts;
    std::unique_ptr<pugi::xml_document> m_document;
    std::unique_ptr<pugi::xml_document> m_styles;
    std::unique_ptr<pugi::xml_document> m_relations;
    std::unique_ptr<pugi::xml_document> m_types;
    std::unique_ptr<pugi::xml_document> m_properties;
    QMap<QString, std::shared_ptr<pugi::xml_document>> m_furniture; ///< headers and footers
    QHash<QString, QString> m_styleIds;
    int m_pictures = 0;
    int m_lastId = 0;
};

/// Text that XML can hold.
QByteArray xmlText(const QString& text);

} // namespace checkup::report
