#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace checkup::workspace {

/// A bar a district, one below the other, with the whole name before it and the amount behind it.
class DistrictBars : public QWidget
{
    Q_OBJECT
public:
    struct Bar
    {
        QString name, amount;
        double value = 0;
    };

    explicit DistrictBars(QWidget* parent = nullptr);

    void setBars(const QList<Bar>& bars);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int rowHeight() const;

    QList<Bar> m_bars;
};

} // namespace checkup::workspace
