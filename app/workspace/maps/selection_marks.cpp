#include "app/workspace/maps/selection_marks.h"

#include "app/workspace/maps/map_library.h"

namespace checkup::workspace {

QList<draw::MapLayer> selectionMarks(const SelectionPanel::Selection& selection,
                                     const MapLibrary& library)
{
    QList<draw::MapLayer> layers;
    for (auto one = selection.cbegin(); one != selection.cend(); ++one) {
        const draw::MapLayer* const there = library.find(project::LayerId(one.key()));
        if (!there)
            continue;
        draw::MapLayer marked;
        marked.shapes = there->shapes;
        const QColor colour(255, 214, 0);
        draw::Symbol symbol;
        symbol.fill = colour;
        symbol.line = draw::LineSymbol{QColor(190, 90, 0), 0.5, {}};
        if (there->shapes->kind() == draw::ShapeStore::Kind::Lines)
            symbol.casing = draw::LineSymbol{colour, 1.2, {}};
        if (there->shapes->kind() == draw::ShapeStore::Kind::Points)
            symbol.marker = draw::MarkerSymbol{draw::MarkerSymbol::Shape::Circle, 3.2};
        marked.style.otherwise.symbol = symbol;
        marked.style.opacity = 0.7;
        auto chosen =
            std::make_shared<std::vector<int>>(there->shapes->count(), int(draw::MapLayer::hidden));
        for (const std::uint32_t feature : *one) {
            if (feature < chosen->size())
                (*chosen)[feature] = -1;
        }
        marked.chosen = chosen;
        layers << marked;
    }
    return layers;
}

} // namespace checkup::workspace
