#include "app/workspace/spatial/layer_form.h"

#include "app/workspace/jobs.h"
#include "app/workspace/spatial/layer_names.h"
#include "app/workspace/spatial/transform_form.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/theme.h"

#include "core/catalogue/land_classes.h"
#include "core/catalogue/layer_roles.h"
#include "core/gdal/crs.h"
#include "core/spatial/layer_guess.h"
#include "core/spatial/stated_transformation.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using spatial::Keep;

namespace {

/// What a combo box that may be typed into stands for: the entry's key, else the text.
QString chosen(const QComboBox* box)
{
    const int at = box->findText(box->currentText());
    return at >= 0 ? box->itemData(at).toString() : box->currentText().trimmed();
}

/// "4549" and "epsg 4549" are "EPSG:4549".
QString normalCrs(const QString& text)
{
    QString code = text.trimmed();
    if (code.startsWith(u"EPSG"_s, Qt::CaseInsensitive))
        code = code.mid(4).remove(u':').trimmed();
    bool number = false;
    code.section(u' ', 0, 0).toInt(&number);
    return number ? u"EPSG:"_s + code.section(u' ', 0, 0) : text.trimmed();
}

} // namespace

LayerForm::LayerForm(Jobs* jobs, bool taking, QWidget* parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_role(new QComboBox(this))
    , m_crs(new QComboBox(this))
    , m_classes(new QComboBox(this))
    , m_encoding(new QComboBox(this))
    , m_keep(new QComboBox(this))
    , m_name(new QLineEdit(this))
    , m_transform(new TransformForm(this))
    , m_year(new QSpinBox(this))
    , m_place(makeLabel({}, "dim", 1, false, true))
    , m_problem(makeLabel({}, "warning", 1, false, true))
    , m_area(new QScrollArea(this))
{
    m_role->setObjectName(u"layerRole"_s);
    m_crs->setObjectName(u"layerCrs"_s);
    m_classes->setObjectName(u"layerClasses"_s);
    m_encoding->setObjectName(u"layerEncoding"_s);
    m_keep->setObjectName(u"layerKeep"_s);
    m_name->setObjectName(u"layerName"_s);
    m_year->setObjectName(u"layerYear"_s);
    m_year->setRange(0, 2100);
    m_year->setSpecialValueText(tr("不限年份"));
    m_crs->setEditable(true);
    m_encoding->setEditable(true);
    m_classes->addItem(tr("没有分类编码"), QString());
    for (const auto& [system, name] :
         {std::pair(catalogue::ClassSystem::ThirdSurvey, tr("三调工作分类")),
          std::pair(catalogue::ClassSystem::LandAndSeaUse, tr("用地用海分类"))})
        m_classes->addItem(name, catalogue::LandClasses::of(system).id());
    m_keep->addItem(tr("自动：小的复制进项目，大的留在原处"), static_cast<int>(Keep::Auto));
    m_keep->addItem(tr("复制进项目文件"), static_cast<int>(Keep::Inside));
    m_keep->addItem(tr("留在原处，按相对路径引用"), static_cast<int>(Keep::Beside));
    for (QComboBox* box : {m_role, m_crs, m_classes, m_encoding, m_keep}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(10);
    }

    auto* form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("角色"), m_role);
    form->addRow(tr("名称"), m_name);
    form->addRow(tr("年份"), m_year);
    form->addRow(tr("坐标系"), m_crs);
    if (taking)
        form->addRow(tr("坐标转换"), m_transform);
    else
        m_transform->hide();
    form->addRow(tr("分类"), m_classes);
    form->addRow(tr("文字编码"), m_encoding);
    if (taking)
        form->addRow(tr("存放"), m_keep);
    else
        m_keep->hide();
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(m_area);
    setKind(content, "plain");
    m_content = new QVBoxLayout(content);
    m_content->setContentsMargins(0, 0, 8, 0);
    m_content->addWidget(m_problem);
    m_content->addWidget(m_place);
    m_content->addLayout(form);
    m_content->addWidget(makeLabel(tr("字段对应：左边是程序要的，右边选文件里的字段"), "dim"));
    m_content->addStretch(1);
    m_area->setWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_area, 1);

    connect(m_role, &QComboBox::currentIndexChanged, this, &LayerForm::changeRole);
    connect(m_name, &QLineEdit::textEdited, this, &LayerForm::take);
    connect(m_year, &QSpinBox::valueChanged, this, &LayerForm::take);
    connect(m_crs, &QComboBox::currentTextChanged, this, [this] {
        take();
        tellPlace();
    });
    connect(m_transform, &TransformForm::changed, this, [this] {
        take();
        tellPlace();
    });
    connect(m_classes, &QComboBox::currentIndexChanged, this, &LayerForm::take);
    connect(m_encoding, &QComboBox::currentTextChanged, this, &LayerForm::take);
    connect(m_keep, &QComboBox::currentIndexChanged, this, &LayerForm::take);
}

void LayerForm::fillRoles()
{
    m_role->clear();
    m_role->addItem(tr("请选择角色"), QString());
    QString group;
    for (const catalogue::LayerRole& role : catalogue::layerRoles()) {
        if (role.group != group)
            m_role->insertSeparator(m_role->count());
        group = role.group;
        m_role->addItem(roleTitle(role.code), role.code);
    }
    if (!m_guess.role.isEmpty() && m_role->findData(m_guess.role) < 0)
        m_role->addItem(m_guess.role, m_guess.role);
}

void LayerForm::setGuess(const spatial::LayerGuess& guess, Keep keep,
                         const project::YearDataPtr& year)
{
    m_filling = true;
    m_guess = guess;
    m_data = year;
    fillRoles();
    m_role->setCurrentIndex(std::max(0, m_role->findData(guess.role)));
    m_name->setText(guess.name);
    m_year->setValue(guess.year);
    m_crs->clear();
    m_crs->addItem(guess.info.crs ? tr("按文件：%1").arg(guess.info.crs->name())
                                  : tr("文件没有注明，请选择"),
                   QString());
    QStringList choices = guess.crsChoices;
    if (!guess.crs.isEmpty() && !choices.contains(guess.crs))
        choices.prepend(guess.crs);
    for (const QString& choice : std::as_const(choices)) {
        const QString code = choice.startsWith(u"EPSG:"_s) ? choice.mid(5) : QString();
        const auto crs =
            code.isEmpty() ? gdal::Crs::fromWkt(choice) : gdal::Crs::fromEpsg(code.toInt());
        if (choice.isEmpty() || !crs)
            continue;
        m_crs->addItem(code.isEmpty() ? crs->name() : u"%1 %2"_s.arg(choice, crs->name()), choice);
    }
    m_crs->setCurrentIndex(std::max(0, m_crs->findData(guess.crs)));
    m_transform->setStated(guess.transformation, guess.transformationSource);
    m_classes->setCurrentIndex(std::max(0, m_classes->findData(guess.classSystem)));
    m_encoding->clear();
    m_encoding->addItem(tr("按文件"), QString());
    QStringList encodings{u"UTF-8"_s, u"GBK"_s, u"GB18030"_s};
    if (!guess.encoding.isEmpty() && !encodings.contains(guess.encoding))
        encodings.prepend(guess.encoding);
    for (const QString& encoding : std::as_const(encodings))
        m_encoding->addItem(encoding, encoding);
    m_encoding->setCurrentIndex(std::max(0, m_encoding->findData(guess.encoding)));
    m_keep->setCurrentIndex(std::max(0, m_keep->findData(static_cast<int>(keep))));
    fillFields();
    m_filling = false;
    write();
    tellPlace();
}

void LayerForm::fillFields()
{
    m_columns.clear();
    delete m_fields;
    m_fields = new QWidget(m_area->widget());
    auto* form = new QFormLayout(m_fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    if (const catalogue::LayerRole* role = catalogue::layerRole(m_guess.role)) {
        for (const catalogue::LayerColumn& column : role->columns) {
            auto* box = new QComboBox(m_fields);
            box->setObjectName(u"layerField_"_s + column.key);
            box->setAccessibleName(layerWord(column.name));
            box->addItem(tr("没有"), QString());
            for (const QString& field : m_guess.info.fields)
                box->addItem(field, field);
            box->setCurrentIndex(std::max(0, box->findData(m_guess.fields.value(column.key))));
            form->addRow(layerWord(column.name), box);
            m_columns.append({column.key, box});
            connect(box, &QComboBox::currentIndexChanged, this, &LayerForm::take);
        }
    } else {
        form->addRow(makeLabel(tr("选定角色后，在这里对应字段。"), "faint"));
    }
    m_content->insertWidget(m_content->count() - 1, m_fields); // above the stretch
}

void LayerForm::changeRole()
{
    if (m_filling)
        return;
    m_filling = true;
    const QString role = m_role->currentData().toString();
    if (!role.isEmpty() && m_data)
        spatial::settleRole(m_guess, role, *m_data);
    m_guess.role = role;
    m_name->setText(m_guess.name);
    m_classes->setCurrentIndex(std::max(0, m_classes->findData(m_guess.classSystem)));
    fillFields();
    m_filling = false;
    take();
}

void LayerForm::take()
{
    if (m_filling)
        return;
    m_guess.role = m_role->currentData().toString();
    m_guess.name = m_name->text().trimmed();
    m_guess.year = m_year->value();
    m_guess.crs = normalCrs(chosen(m_crs));
    m_guess.classSystem = m_classes->currentData().toString();
    m_guess.encoding = chosen(m_encoding);
    for (const auto& [key, box] : std::as_const(m_columns)) {
        const QString field = box->currentData().toString();
        if (field.isEmpty())
            m_guess.fields.remove(key);
        else
            m_guess.fields.insert(key, field);
    }
    // What was to be settled is in the hands of whoever settles it; taking looks again.
    m_guess.transformation = m_transform->text();
    m_guess.transformationSource = m_transform->source();
    if (!m_guess.role.isEmpty() &&
        (m_guess.info.crs || !m_guess.crs.isEmpty() || !m_guess.transformation.isEmpty()))
        m_guess.problem.clear();
    if (const QString missing = m_transform->problem(); !missing.isEmpty())
        m_guess.problem = missing;
    write();
    Q_EMIT changed();
}

Keep LayerForm::keep() const
{
    return static_cast<Keep>(m_keep->currentData().toInt());
}

void LayerForm::write()
{
    QStringList lines;
    if (!m_guess.problem.isEmpty() && m_guess.problem != m_place->text()) // said there
        lines << m_guess.problem;
    for (const Issue& issue : m_guess.issues)
        lines << issue.text;
    m_problem->setText(lines.join(u'\n'));
    m_problem->setVisible(!lines.isEmpty());
}

void LayerForm::tellPlace()
{
    const quint64 asked = ++m_asked;
    const gdal::LayerInfo info = m_guess.info;
    const QString named = m_guess.crs;
    m_place->clear();
    const QString stated = m_guess.transformation;
    if (info.features == 0 || (!info.crs && named.isEmpty() && stated.isEmpty()))
        return;
    const spatial::Extent city = m_data ? spatial::cityExtent(*m_data) : spatial::Extent();
    struct Place
    {
        double longitude = 0, latitude = 0;
    };
    m_jobs->start<Place>(
        {},
        [info, named, stated, city](const CancelToken&, const ProgressSink&) -> Result<Place> {
            std::optional<gdal::Crs> from = info.crs;
            if (!named.isEmpty()) {
                const auto chosen = spatial::crsOf(named);
                if (!chosen)
                    return chosen.error();
                from = *chosen;
            }
            Place middle{(info.minX + info.maxX) / 2, (info.minY + info.maxY) / 2};
            if (!stated.isEmpty()) {
                const auto parsed = spatial::StatedTransformation::parse(stated);
                if (!parsed)
                    return parsed.error();
                const auto move = spatial::moveOf(*parsed, u"-"_s, from, info, city);
                if (!move)
                    return move.error();
                (void)move->transformation.apply(&middle.longitude, &middle.latitude, 1);
                from = move->into;
            }
            if (!from)
                return Place{};
            const auto up = gdal::Transformation::toGeodetic(*from);
            if (!up)
                return up.error();
            const Result<void> moved = up->apply(&middle.longitude, &middle.latitude, 1);
            if (!moved)
                return moved.error();
            return middle;
        },
        this,
        [this, asked](const Result<Place>& place) {
            if (asked != m_asked)
                return;
            setKind(m_place, place ? "dim" : "warning");
            const QLocale plain = QLocale::c();
            m_place->setText(place
                                 ? tr("按此坐标系，图层中心在东经 %1°、北纬 %2°。请看是否在本市。")
                                       .arg(plain.toString(place->longitude, 'f', 3),
                                            plain.toString(place->latitude, 'f', 3))
                                 : place.error().message());
            write();
        });
}

} // namespace checkup::workspace
