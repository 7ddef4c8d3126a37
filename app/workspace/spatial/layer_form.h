#pragma once

#include "core/spatial/intake.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QScrollArea;
class QSpinBox;
class QVBoxLayout;

namespace checkup::workspace {

class Jobs;
class TransformForm;

/// What a layer is, field by field: role, name, year, reference system and (while it is taken) the
/// parameters that lead from it to CGCS2000, classes, encoding, where it
/// is kept, which of its fields is what. Says where the chosen system puts it.
class LayerForm : public QWidget
{
    Q_OBJECT
public:
    /// `taking`: the layer comes in now, so that where it is kept can be chosen.
    LayerForm(Jobs* jobs, bool taking, QWidget* parent = nullptr);

    void setGuess(const spatial::LayerGuess& guess, spatial::Keep keep,
                  const project::YearDataPtr& year);
    const spatial::LayerGuess& guess() const { return m_guess; }
    spatial::Keep keep() const;

Q_SIGNALS:
    void changed();

private:
    void fillRoles();
    void fillFields();
    void changeRole();
    void take();
    void tellPlace();
    void write();

    Jobs* m_jobs;
    bool m_filling = false;
    spatial::LayerGuess m_guess;
    project::YearDataPtr m_data;
    QComboBox *m_role, *m_crs, *m_classes, *m_encoding, *m_keep;
    QLineEdit* m_name;
    TransformForm* m_transform;
    QSpinBox* m_year;
    QLabel *m_place, *m_problem;
    QScrollArea* m_area;
    QVBoxLayout* m_content = nullptr;
    QWidget* m_fields = nullptr;
    QList<std::pair<QString, QComboBox*>> m_columns;
    quint64 m_asked = 0; ///< number of the place that is being looked up
};

} // namespace checkup::workspace
