#pragma once

#include <QAbstractScrollArea>
#include <QByteArray>
#include <QCache>
#include <QImage>
#include <QList>
#include <QSize>

namespace checkup::workspace {

/// A page of a preview: packed, so that a hundred of them take a few megabytes.
struct PackedPage
{
    QSize size;
    QByteArray png;
    static PackedPage of(const QImage& page); ///< any thread
};

/// Shows pages one below another and unpacks only those in sight.
class PagesView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit PagesView(QWidget* parent = nullptr);

    void setPages(const QList<PackedPage>& pages);
    int count() const { return static_cast<int>(m_pages.size()); }
    /// Until this is called the pages are as wide as there is room, at most 1.25.
    void setZoom(double zoom);
    int pageInSight() const; ///< the first one, from 1; 0 without pages

Q_SIGNALS:
    void scrolled();
    void zoomed(double zoom); ///< by itself, to fit

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void fit();
    void layOut();
    QSize shownSize(int page) const;

    QList<PackedPage> m_pages;
    QList<int> m_tops;
    QCache<int, QImage> m_unpacked;
    double m_zoom = 0.9;
    bool m_fits = true;
};

} // namespace checkup::workspace
