#pragma once

#include "app/workspace/maps/style_list.h"

#include <QToolButton>

namespace checkup::workspace {

/// A value that no symbol is known for, and of how many features.
struct MissingCode
{
    QString layer; ///< its name
    StyleSpot spot;
    qint64 features = 0;
    bool operator==(const MissingCode&) const = default;
};

/// Says above a map that some codes on it have no symbol; its menu lists them and leads to where
/// they are given one. Hidden while all have.
class MissingCodesButton : public QToolButton
{
    Q_OBJECT
public:
    explicit MissingCodesButton(QWidget* parent = nullptr);

    void setCodes(const QList<MissingCode>& codes);
    const QList<MissingCode>& codes() const { return m_codes; }
    void retranslate();

Q_SIGNALS:
    void symbolWanted(const checkup::workspace::StyleSpot& spot);

private:
    void fill();

    QList<MissingCode> m_codes;
};

} // namespace checkup::workspace
