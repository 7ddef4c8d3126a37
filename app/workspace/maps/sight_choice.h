#pragma once

#include <QWidget>

class QComboBox;
class QLabel;

namespace checkup::workspace {

/// Shows another widget as it is seen in black and white, or by the colour-blind. Choosing how is
/// this one's matter.
class SightChoice : public QWidget
{
    Q_OBJECT
public:
    /// `seen` must outlive it.
    explicit SightChoice(QWidget* seen, QWidget* parent = nullptr);

    void retranslate();

private:
    class Effect;
    Effect* m_effect; ///< the seen widget's own
    QLabel* m_label;
    QComboBox* m_sight;
};

} // namespace checkup::workspace
