#include "core/report/svg_picture.h"

#include "core/report/report_fonts.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>

#include <pugixml.hpp>

#include <sstream>
#include <vector>

namespace checkup::report {

using namespace Qt::StringLiterals;

namespace {

/// An attribute, or the same in `style`, of the element or the nearest ancestor that has it.
QString inherited(pugi::xml_node node, const char* name)
{
    for (; node; node = node.parent()) {
        const QStringList rules = QString::fromUtf8(node.attribute("style").value()).split(u';');
        for (const QString& rule : rules) {
            if (rule.section(u':', 0, 0).trimmed() == QLatin1StringView(name))
                return rule.section(u':', 1).trimmed();
        }
        if (const pugi::xml_attribute attribute = node.attribute(name))
            return QString::fromUtf8(attribute.value()).trimmed();
    }
    return {};
}

double lengthOf(QString text, double otherwise)
{
    double factor = 1;
    if (text.endsWith(u"px"_s)) {
        text.chop(2);
    } else if (text.endsWith(u"pt"_s)) {
        text.chop(2);
        factor = 96.0 / 72;
    }
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber ? number * factor : otherwise;
}

QTransform ownTransform(const QString& text)
{
    static const QRegularExpression call(u"(matrix|translate|scale|rotate)\\s*\\(([^)]*)\\)"_s);
    static const QRegularExpression separator(u"[\\s,]+"_s);
    QTransform all;
    for (auto it = call.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        QList<double> v;
        for (const QString& number : match.captured(2).split(separator, Qt::SkipEmptyParts))
            v << number.toDouble();
        QTransform one;
        if (match.captured(1) == u"matrix"_s && v.size() == 6) {
            one = QTransform(v[0], v[1], v[2], v[3], v[4], v[5]);
        } else if (match.captured(1) == u"translate"_s && !v.isEmpty()) {
            one.translate(v[0], v.value(1, 0));
        } else if (match.captured(1) == u"scale"_s && !v.isEmpty()) {
            one.scale(v[0], v.value(1, v[0]));
        } else if (match.captured(1) == u"rotate"_s && !v.isEmpty()) {
            one.translate(v.value(1, 0), v.value(2, 0));
            one.rotate(v[0]);
            one.translate(-v.value(1, 0), -v.value(2, 0));
        }
        all = one * all;
    }
    return all;
}

QTransform placeOf(pugi::xml_node node)
{
    QTransform place;
    for (; node; node = node.parent())
        place = place * ownTransform(QString::fromUtf8(node.attribute("transform").value()));
    return place;
}

bool hasElements(const pugi::xml_node& node)
{
    for (const pugi::xml_node& child : node.children()) {
        if (child.type() == pugi::node_element)
            return true;
    }
    return false;
}

} // namespace

SvgPicture::SvgPicture(const QByteArray& svg)
{
    pugi::xml_document xml;
    if (!xml.load_buffer(svg.constData(), static_cast<std::size_t>(svg.size()),
                         pugi::parse_default | pugi::parse_ws_pcdata_single))
        return;
    std::vector<pugi::xml_node> taken;
    for (const pugi::xpath_node& found : xml.select_nodes("//text[not(ancestor::defs)]")) {
        const pugi::xml_node node = found.node();
        // Spans have places of their own; those texts are rare and stay outlines.
        if (hasElements(node))
            continue;
        Label label;
        label.text = QString::fromUtf8(node.child_value()).simplified();
        label.place = placeOf(node);
        label.at = QPointF(lengthOf(inherited(node, "x"), 0), lengthOf(inherited(node, "y"), 0));
        label.size = lengthOf(inherited(node, "font-size"), 16);
        const QString anchor = inherited(node, "text-anchor");
        label.share = anchor == u"middle"_s ? 0.5 : anchor == u"end"_s ? 1 : 0;
        const QString fill = inherited(node, "fill");
        label.colour = fill.isEmpty() ? QColor(Qt::black) : QColor(fill);
        const double opacity = lengthOf(inherited(node, "fill-opacity"), 1);
        if (label.colour.isValid())
            label.colour.setAlphaF(static_cast<float>(label.colour.alphaF() * opacity));
        if (!label.text.isEmpty() && label.colour.isValid() && label.size > 0)
            m_labels << label;
        taken.push_back(node);
    }
    for (pugi::xml_node& node : taken)
        node.parent().remove_child(node);
    std::ostringstream out;
    xml.save(out, "", pugi::format_raw);
    m_graphics = QByteArray::fromStdString(out.str());
    const QSvgRenderer renderer(m_graphics);
    if (renderer.isValid()) {
        m_box = renderer.viewBoxF();
        m_size = QSizeF(renderer.defaultSize());
    }
}

void SvgPicture::paint(QPainter& painter, const QRectF& area) const
{
    painter.save();
    QSvgRenderer renderer(m_graphics);
    renderer.render(&painter, area);
    painter.restore();

    constexpr int fontSize = 200;
    const QFont font = fontOf(Face::Hei, fontSize);
    const QFontMetricsF metrics(font);
    painter.save();
    painter.translate(area.topLeft());
    painter.scale(area.width() / m_box.width(), area.height() / m_box.height());
    painter.translate(-m_box.topLeft());
    painter.setFont(font);
    const QTransform base = painter.transform();
    for (const Label& label : m_labels) {
        painter.setTransform(label.place * base);
        painter.translate(label.at);
        painter.scale(label.size / fontSize, label.size / fontSize);
        painter.setPen(label.colour);
        painter.drawText(QPointF(-label.share * metrics.horizontalAdvance(label.text), 0),
                         label.text);
    }
    painter.restore();
}

} // namespace checkup::report
