# The other side of bench_map: QGIS draws the same pictures. FILE LAYER CLASS_FIELD.
import sys
import time

try:
    from qgis.core import (Qgis, QgsApplication, QgsCategorizedSymbolRenderer, QgsFillSymbol,
                           QgsMapRendererParallelJob, QgsMapSettings, QgsRectangle,
                           QgsRendererCategory, QgsVectorLayer)
    from qgis.PyQt.QtCore import QSize
except ImportError:
    sys.exit(3)

path, name, field = (sys.argv[1:] + ["", "", ""])[:3]
application = QgsApplication([], False)
application.initQgis()


def opened():
    layer = QgsVectorLayer(path + ("|layername=" + name if name else ""), "layer", "ogr")
    if not layer.isValid():
        sys.exit("QGIS cannot read " + path)
    if field:
        values = sorted(str(v) for v in layer.uniqueValues(layer.fields().indexOf(field)))
        layer.setRenderer(QgsCategorizedSymbolRenderer(field, [
            QgsRendererCategory(v, QgsFillSymbol.createSimple(
                {"color": "#%06x" % (0x808080 + i * 7919 % 0x7f7f7f)}), v)
            for i, v in enumerate(values)]))
    else:
        layer.setRenderer(layer.renderer().clone())
    return layer


def picture(layer, extent, size, dpi):
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputSize(QSize(*size))
    settings.setOutputDpi(dpi)
    settings.setExtent(extent)
    settings.setFlag(QgsMapSettings.Antialiasing, True)
    begin = time.perf_counter()
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage()
    return time.perf_counter() - begin


def tell(what, work):
    used = time.process_time()
    times = sorted(work())
    print("%-28s median %.3f s, slowest %.3f s (%d); processor %.3f s each"
          % (what, times[len(times) // 2], times[-1], len(times),
             (time.process_time() - used) / len(times)), flush=True)


print("QGIS", Qgis.QGIS_VERSION)
begin = time.perf_counter()
parcels = opened()
whole = parcels.extent()
picture(parcels, whole, (1600, 1000), 96)
print("first picture after opening  %.3f s" % (time.perf_counter() - begin))


def streets():
    for i in range(45):
        x = whole.xMinimum() + whole.width() * (0.05 + 0.02 * (i % 45))
        y = whole.yMinimum() + whole.height() * (0.05 + 0.02 * (i * 7 % 45))
        yield picture(parcels, QgsRectangle(x, y, x + 1600, y + 1000), (1600, 1000), 96)


tell("whole extent, 1600x1000",
     lambda: [picture(parcels, whole, (1600, 1000), 96) for _ in range(5)])
tell("a street, 1 m a pixel", streets)
width = whole.width() / 16
middle = whole.center()
sixteenth = QgsRectangle(middle.x() - width / 2, middle.y() - width * 5 / 16,
                         middle.x() + width / 2, middle.y() + width * 5 / 16)
tell("a sixteenth of its width",
     lambda: [picture(parcels, sixteenth, (1600, 1000), 96) for _ in range(9)])
tell("A3 at 300 dpi", lambda: [picture(parcels, whole, (4961, 3508), 300) for _ in range(3)])
