"""The package as a schema.org `Dataset` in Croissant 1.0: what dataset search and tools for machine learning read.

Foreign keys are left to `datapackage.json`: the format's own reader takes `references` for a join, and drops each row that leads to
none, such as an organisation of no country.
Format: https://docs.mlcommons.org/croissant/docs/croissant-spec.html
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""As the format prints it: readers of Croissant hold a document's context against this one."""

DATA_TYPES = {
    "string": "sc:Text",
    "date": "sc:Date",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "boolean": "sc:Boolean",
}


def document(package: Mapping[str, Any], files: Mapping[str, str]) -> dict[str, Any]:
    """Return the document.

    Args:
        package: what `datapackage.json` says.
        files: path in the package → the table as CSV.
    """
    makers = [{"@type": "Organization", "name": one["title"]} for one in package["contributors"]]
    day = package["created"][:10]
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "@id": "./",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": package["title"],
        "alternateName": package["name"],
        "description": package["description"],
        "url": "./",
        "license": [licence["path"] for licence in package["licenses"]],
        "version": package["version"],
        "datePublished": day,
        "dateModified": day,
        "creator": makers,
        "publisher": makers,
        "isAccessibleForFree": True,
        "citeAs": f"{package['title']}. {package['contributors'][0]['title']}. Version {package['version']}, "
        f"sources read to {package['read_to']}.",
        "distribution": [_file(resource, files[resource["path"]].encode()) for resource in package["resources"]],
        "recordSet": [_records(resource) for resource in package["resources"]],
    }


def _file(resource: Mapping[str, Any], content: bytes) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": resource["path"],
        "name": resource["path"],
        "description": resource["title"],
        "contentUrl": resource["path"],
        "contentSize": f"{len(content)} B",
        "encodingFormat": resource["mediatype"],
        "sha256": sha256(content).hexdigest(),
    }


def _records(resource: Mapping[str, Any]) -> dict[str, Any]:
    name, schema = resource["name"], resource["schema"]
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": f"{resource['title']}. {resource['description']}",
        "key": [{"@id": f"{name}/{column}"} for column in schema["primaryKey"]],
        "field": [_field(resource, field) for field in schema["fields"]],
    }


def _field(resource: Mapping[str, Any], field: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "@type": "cr:Field",
        "@id": f"{resource['name']}/{field['name']}",
        "name": field["name"],
        "description": f"{field['title']}. {field['description']}",
        "dataType": DATA_TYPES[field["type"]],
        "source": {"fileObject": {"@id": resource["path"]}, "extract": {"column": field["name"]}},
    }
