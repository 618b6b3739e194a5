"""The package in DCAT 3: what catalogues of open data read.

The package is a dataset and each table a part of it, a dataset too, whose one distribution is its file: a distribution holds the whole
of its dataset, and no table holds the whole package. Format: https://www.w3.org/TR/vocab-dcat-3/
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

CONTEXT: dict[str, Any] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "Agent": "foaf:Agent",
    "Checksum": "spdx:Checksum",
    "Dataset": "dcat:Dataset",
    "Distribution": "dcat:Distribution",
    "accessURL": {"@id": "dcat:accessURL", "@type": "@id"},
    "algorithm": {"@id": "spdx:algorithm", "@type": "@id"},
    "byteSize": {"@id": "dcat:byteSize", "@type": "xsd:nonNegativeInteger"},
    "checksum": "spdx:checksum",
    "checksumValue": {"@id": "spdx:checksumValue", "@type": "xsd:hexBinary"},
    "conformsTo": {"@id": "dct:conformsTo", "@type": "@id"},
    "creator": "dct:creator",
    "description": {"@id": "dct:description", "@language": "en"},
    "distribution": "dcat:distribution",
    "downloadURL": {"@id": "dcat:downloadURL", "@type": "@id"},
    "hasPart": "dct:hasPart",
    "identifier": "dct:identifier",
    "issued": {"@id": "dct:issued", "@type": "xsd:dateTime"},
    "license": {"@id": "dct:license", "@type": "@id"},
    "mediaType": {"@id": "dcat:mediaType", "@type": "@id"},
    "modified": {"@id": "dct:modified", "@type": "xsd:dateTime"},
    "name": {"@id": "foaf:name", "@language": "en"},
    "publisher": "dct:publisher",
    "title": {"@id": "dct:title", "@language": "en"},
    "version": "dcat:version",
}

MEDIA_TYPES = "https://www.iana.org/assignments/media-types"


def document(package: Mapping[str, Any], files: Mapping[str, str]) -> dict[str, Any]:
    """Return the document.

    Args:
        package: what `datapackage.json` says.
        files: path in the package → the table as CSV.
    """
    makers = [{"@id": f"#maker-{number}"} for number, _ in enumerate(package["contributors"], 1)]
    agents = [
        {**maker, "@type": "Agent", "name": one["title"]}
        for maker, one in zip(makers, package["contributors"], strict=True)
    ]
    whole = {
        "@id": "./",
        "@type": "Dataset",
        "identifier": package["name"],
        "title": package["title"],
        "description": package["description"],
        "version": package["version"],
        "issued": package["created"],
        "modified": package["created"],
        "license": [licence["path"] for licence in package["licenses"]],
        "creator": makers,
        "publisher": makers[0],
        "distribution": {
            "@id": "datapackage.json",
            "@type": "Distribution",
            "title": "datapackage.json",
            "accessURL": "datapackage.json",
            "downloadURL": "datapackage.json",
            "mediaType": f"{MEDIA_TYPES}/application/json",
            "conformsTo": package["$schema"],
            "license": [licence["path"] for licence in package["licenses"]],
        },
        "hasPart": [{"@id": f"#{resource['name']}"} for resource in package["resources"]],
    }
    parts = [_part(package, resource, files[resource["path"]].encode(), makers[0]) for resource in package["resources"]]
    return {"@context": CONTEXT, "@graph": [whole, *parts, *agents]}


def _part(
    package: Mapping[str, Any], resource: Mapping[str, Any], content: bytes, publisher: Mapping[str, str]
) -> dict[str, Any]:
    licences = [licence["path"] for licence in resource["licenses"]]
    return {
        "@id": f"#{resource['name']}",
        "@type": "Dataset",
        "identifier": resource["name"],
        "title": resource["title"],
        "description": resource["description"],
        "version": package["version"],
        "license": licences,
        "publisher": publisher,
        "distribution": {
            "@id": resource["path"],
            "@type": "Distribution",
            "title": resource["path"],
            "accessURL": resource["path"],
            "downloadURL": resource["path"],
            "mediaType": f"{MEDIA_TYPES}/{resource['mediatype']}",
            "byteSize": str(len(content)),
            "checksum": {
                "@type": "Checksum",
                "algorithm": "spdx:checksumAlgorithm_sha256",
                "checksumValue": sha256(content).hexdigest(),
            },
            "license": licences,
        },
    }
