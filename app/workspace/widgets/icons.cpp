#include "app/workspace/widgets/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

class LineIcon : public QIconEngine
{
public:
    LineIcon(const QString& name, Theme::Role role)
        : m_name(name)
        , m_role(role)
    {
        QFile file(u":/icons/%1.svg"_s.arg(name));
        if (file.open(QFile::ReadOnly))
            m_svg = file.readAll();
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        Theme::Role role = m_role;
        if (mode == QIcon::Disabled)
            role = Theme::Role::Faint;
        else if (state == QIcon::On)
            role = Theme::Role::Accent;
        QByteArray svg = m_svg;
        svg.replace("currentColor", Theme::colour(role).name().toLatin1());
        QSvgRenderer renderer(svg);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        painter->setRenderHint(QPainter::Antialiasing);
        renderer.render(painter, rect);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        const QString key = u"checkup-icon-%1-%2-%3-%4-%5-%6x%7"_s.arg(m_name)
                                .arg(int(m_role))
                                .arg(int(Theme::isDark()))
                                .arg(int(mode))
                                .arg(int(state))
                                .arg(size.width())
                                .arg(size.height());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QIconEngine* clone() const override { return new LineIcon(*this); }

private:
    QString m_name;
    Theme::Role m_role;
    QByteArray m_svg;
};

} // namespace

QIcon icon(const QString& name, Theme::Role role)
{
    return QIcon(new LineIcon(name, role));
}

QIcon programIcon()
{
    return QIcon(u":/icons/citycheckup.svg"_s);
}

} // namespace checkup::workspace
