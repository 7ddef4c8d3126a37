// The map that lies under a canvas. All its addresses are local files (see base_tiles.h).
import QtQuick
import QtLocation

Map {
    id: map
    required property string providers
    required property string cache

    color: "transparent"
    copyrightsVisible: false
    plugin: Plugin {
        name: "osm"
        PluginParameter {
            name: "osm.mapping.providersrepository.address"
            value: map.providers
        }
        PluginParameter {
            name: "osm.mapping.cache.directory"
            value: map.cache
        }
        // What is on the disk already is not kept there once more.
        PluginParameter {
            name: "osm.mapping.cache.disk.size"
            value: 0
        }
        PluginParameter {
            name: "osm.mapping.prefetching_style"
            value: "NoPrefetching"
        }
    }
}
